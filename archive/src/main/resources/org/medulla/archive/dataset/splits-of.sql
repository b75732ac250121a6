select s.id, s.unit, s.folds, s.seed, s.digest, s.created
from split s
join dataset d on d.id = s.dataset_id
where d.name = :name
order by s.id
