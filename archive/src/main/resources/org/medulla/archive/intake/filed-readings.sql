select a.cell_id, a.reader, a.class_code
from annotation a
where a.cell_id in (<cells>) and a.import_id is not null
order by a.id
