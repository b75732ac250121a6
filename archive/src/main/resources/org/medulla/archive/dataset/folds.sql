select i.sha256, t.fold
from split_item t
join split s on s.id = t.split_id
join dataset_item m on m.dataset_id = s.dataset_id and m.position = t.position
join cell c on c.id = m.cell_id
join image i on i.id = c.image_id
where t.split_id = :split_id
order by t.position
