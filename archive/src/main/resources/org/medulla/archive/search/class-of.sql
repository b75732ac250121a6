select cell_id, class_code from cell_index where cell_id = ?
