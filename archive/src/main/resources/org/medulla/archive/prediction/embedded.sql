select p.cell_id
from prediction_batch b
join embedding e on e.batch_id = b.id
join prediction p on p.batch_id = b.id
where b.model_digest = :model_digest
order by e.id, p.cell_id
