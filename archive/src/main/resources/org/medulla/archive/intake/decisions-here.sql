select d.cell_id, d.class_code, d.rule, s.name as session, d.at
from json_each(:cells) k
join decision d on d.cell_id = k.value
left join session s on s.id = d.session_id
order by d.id
