select count(*) from cell_index x where x.class_code <> '-' and (<filter>)
