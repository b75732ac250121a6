select d.*, s.name as session
from decision d
left join session s on s.id = d.session_id
where d.cell_id = :cell_id
order by d.id
