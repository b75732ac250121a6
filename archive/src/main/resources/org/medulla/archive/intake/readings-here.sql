select a.cell_id, a.reader, a.class_code, a.at, case when a.import_id is null and a.session_id is null then 1 else 0 end as review
from annotation a
where a.cell_id in (<cells>)
order by a.id
