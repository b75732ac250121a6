select i.sha256, c.id as cell_id
from image i
join cell c on c.image_id = i.id
where i.sha256 in (<digests>)
