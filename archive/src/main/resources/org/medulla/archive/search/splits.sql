select d.name, f.fold, t.cell_id
from dataset d
join split s on s.dataset_id = d.id
join split_item f on f.split_id = s.id
join dataset_item t on t.dataset_id = d.id and t.position = f.position
where s.id = (select max(l.id) from split l where l.dataset_id = d.id)
