select c.id as cell_id, i.sha256, i.perceptual_hash
from cell c
join image i on i.id = c.image_id
order by c.id
