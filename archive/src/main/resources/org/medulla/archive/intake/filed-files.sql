select f.cell_id, f.source, f.class_code, f.path, f.bytes, f.modified
from json_each(:cells) k
join file f on f.cell_id = k.value
