select x.cell_id, i.sha256, x.class_code, x.file_name, x.source, x.patient, x.smear
from cell_index x
join cell c on c.id = x.cell_id
join image i on i.id = c.image_id
where x.class_code <> '-' and (<filter>)
order by i.sha256
