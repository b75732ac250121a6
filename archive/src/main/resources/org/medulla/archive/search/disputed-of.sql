select cell_id from annotation where cell_id = ? group by cell_id having count(distinct class_code) > 1
