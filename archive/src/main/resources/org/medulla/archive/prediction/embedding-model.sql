select b.model_digest
from embedding e
join prediction_batch b on b.id = e.batch_id
order by e.id desc
limit 1
