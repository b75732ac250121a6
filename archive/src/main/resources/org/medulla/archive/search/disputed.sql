select a.cell_id
from annotation a
left join class_map m on m.code = a.class_code
group by a.cell_id
having count(distinct coalesce(m.class_code, a.class_code)) > 1
