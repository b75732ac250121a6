select source, class_code from cell_index where cell_id = :cell_id
