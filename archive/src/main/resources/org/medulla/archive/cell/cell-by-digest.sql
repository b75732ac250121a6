select x.cell_id, x.class_code, x.contradicted, c.*, i.sha256, i.width, i.height, i.format, i.perceptual_hash, i.external_path
from image i
join cell c on c.image_id = i.id
join cell_index x on x.cell_id = c.id
where i.sha256 = :sha256
