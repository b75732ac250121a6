select t.cell_id
from session s
join session_item t on t.session_id = s.id
where s.name = :name
order by t.position
