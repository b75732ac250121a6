select coalesce(sum(cells), 0) from class_count x where <filter>
