select * from prediction where cell_id = :cell_id order by batch_id desc limit 1
