select k.path, k.class_code, c.path as first_path, k.first_class_code
from contradiction k
join cell c on c.id = k.cell_id
where k.import_id = :import_id
order by k.id
