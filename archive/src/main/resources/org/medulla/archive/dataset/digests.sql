select i.sha256
from dataset d
join dataset_item t on t.dataset_id = d.id
join cell c on c.id = t.cell_id
join image i on i.id = c.image_id
where d.name = :name
order by t.position
