select x.cell_id, x.class_code, x.contradicted, c.*, i.sha256, i.width, i.height, i.format, i.perceptual_hash, i.external_path
from cell_index x
join cell c on c.id = x.cell_id
join image i on i.id = c.image_id
where x.cell_id = :cell_id
