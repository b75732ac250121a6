select i.sha256, c.id as cell_id
from json_each(:digests) d
join image i on i.sha256 = d.value
join cell c on c.image_id = i.id
