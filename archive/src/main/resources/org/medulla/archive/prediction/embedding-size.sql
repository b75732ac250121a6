select coalesce(sum(b.cells), 0)
from embedding e
join prediction_batch b on b.id = e.batch_id
where b.model_digest = :model_digest
