select id, digest from prediction_batch order by id
