update cell_index set class_code = ? where cell_id = ?
