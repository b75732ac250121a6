update cell_index set contradicted = 1 where cell_id = :cell_id
