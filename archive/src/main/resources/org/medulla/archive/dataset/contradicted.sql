select cell_id from cell_index where contradicted = 1
