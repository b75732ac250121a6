select a.*, a.import_id is not null as imported, s.name as session
from annotation a
left join session s on s.id = a.session_id
where a.cell_id = :cell_id
order by a.id
