select p.cell_id, coalesce(m.class_code, p.class_code) as class_code, p.probability
from prediction p
left join class_map m on m.code = p.class_code
order by p.batch_id
