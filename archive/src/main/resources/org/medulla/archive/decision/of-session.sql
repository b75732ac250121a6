-- The newest decision on each cell.
select d.*, s.name as session
from session s
join decision d on d.session_id = s.id
where s.name = :name
  and d.id = (select max(l.id) from decision l where l.session_id = s.id and l.cell_id = d.cell_id)
order by d.cell_id
