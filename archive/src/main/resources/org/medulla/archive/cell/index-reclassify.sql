update cell_index set class_code = :class_code where cell_id = :cell_id
