select distinct p.cell_id
from prediction_batch b
join prediction p on p.batch_id = b.id
where b.model_digest = :model_digest
order by p.cell_id
