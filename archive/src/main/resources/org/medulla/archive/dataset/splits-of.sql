select d.name, s.*
from split s
join dataset d on d.id = s.dataset_id
where d.name = :name
order by s.id
