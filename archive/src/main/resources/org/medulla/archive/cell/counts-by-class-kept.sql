select class_code, sum(cells) as cells from class_count x where <filter> group by class_code having sum(cells) > 0
