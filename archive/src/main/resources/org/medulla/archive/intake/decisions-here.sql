select d.cell_id, d.class_code, d.rule, s.name as session, d.at
from decision d
left join session s on s.id = d.session_id
where d.cell_id in (<cells>)
order by d.id
