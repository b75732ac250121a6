select reader, class_code, at, reason, import_id is not null as imported
from annotation
where cell_id = :cell_id
order by id
