select cell_id from annotation group by cell_id having count(distinct class_code) > 1
