insert into class_count (source, class_code, cells) values (:source, :class_code, :cells)
on conflict (source, class_code) do update set cells = class_count.cells + excluded.cells
