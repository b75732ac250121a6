select k.*, s.name as session
from session s
join consensus k on k.session_id = s.id
where s.name = :name
  and k.id = (select max(l.id) from consensus l where l.session_id = s.id and l.cell_id = k.cell_id)
order by k.cell_id
