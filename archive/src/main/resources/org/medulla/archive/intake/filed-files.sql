select f.cell_id, f.source, f.class_code, f.path, f.bytes, f.modified
from file f
where f.cell_id in (<cells>)
