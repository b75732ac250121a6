delete from class_map
