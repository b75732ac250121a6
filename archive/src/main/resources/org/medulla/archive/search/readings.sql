select cell_id, reader, certainty from annotation order by id
