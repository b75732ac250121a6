select a.*, case when a.import_id is null then 0 else 1 end as imported, e.name as session
from session s
join session_item t on t.session_id = s.id
join annotation a on a.cell_id = t.cell_id
left join session e on e.id = a.session_id
where s.name = :name and a.audit_id < s.audit_id and (e.kind is null or e.kind <> 'adjudication')
order by a.id
