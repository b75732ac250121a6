select a.*, 0 as imported, s.name as session
from session s
join annotation a on a.session_id = s.id
where s.name = :name
order by a.id
