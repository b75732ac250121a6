select code, class_code from class_map order by code
