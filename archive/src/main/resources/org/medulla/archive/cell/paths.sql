select path from file where cell_id = :cell_id order by id desc
