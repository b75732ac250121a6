insert into class_map (code, class_code) values (:code, :class_code)
