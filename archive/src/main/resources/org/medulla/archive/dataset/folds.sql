select t.fold
from split_item t
where t.split_id = (
    select s.id
    from split s
    join dataset d on d.id = s.dataset_id
    where d.name = :name and s.digest = :digest and s.items_digest = :items_digest and s.created = :created
    order by s.id desc
    limit 1)
order by t.position
