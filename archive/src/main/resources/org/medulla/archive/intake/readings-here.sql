select a.cell_id, a.reader, a.class_code, a.at, a.import_id is null and a.session_id is null as review
from json_each(:cells) k
join annotation a on a.cell_id = k.value
order by a.id
