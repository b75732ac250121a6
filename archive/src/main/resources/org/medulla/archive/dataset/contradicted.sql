select count(*) from cell_index x where <filter>
