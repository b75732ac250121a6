select f.import_id, f.path, f.bytes, f.modified, f.class_code, i.sha256, i.external_path
from file f
join cell c on c.id = f.cell_id
join image i on i.id = c.image_id
where f.source = :source
order by f.id desc
