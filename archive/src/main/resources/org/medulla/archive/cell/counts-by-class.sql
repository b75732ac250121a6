select class_code, count(*) as cells from cell_index x where <filter> group by class_code
