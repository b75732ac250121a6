select e.id, e.batch_id, e.dimensions, e.vectors
from embedding e
join prediction_batch b on b.id = e.batch_id
where b.model_digest = :model_digest and e.id > :after
order by e.id
