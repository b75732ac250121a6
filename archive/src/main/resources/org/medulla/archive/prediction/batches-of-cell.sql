select e.id, e.batch_id, e.dimensions, e.vectors
from prediction p
join prediction_batch b on b.id = p.batch_id
join embedding e on e.batch_id = b.id
where p.cell_id = :cell_id and b.model_digest = :model_digest
order by e.id desc
limit 1
