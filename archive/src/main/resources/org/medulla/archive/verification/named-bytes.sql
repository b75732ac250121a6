select i.sha256 as digest, 'cell ' || c.id as which, i.external_path
from image i
join cell c on c.image_id = i.id
union all
select digest, 'dataset ' || name, null from dataset
union all
select digest, 'model ' || name, null from model
