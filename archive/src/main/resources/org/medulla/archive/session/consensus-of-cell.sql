select k.*, s.name as session
from consensus k
join session s on s.id = k.session_id
where k.cell_id = :cell_id
order by k.id
