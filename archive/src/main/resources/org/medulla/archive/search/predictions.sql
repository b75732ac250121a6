select cell_id, class_code, probability from prediction order by batch_id
