select a.*, case when a.import_id is null then 0 else 1 end as imported, s.name as session
from annotation a
left join session s on s.id = a.session_id
where a.cell_id = :cell_id
order by a.id
