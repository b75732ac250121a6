select d.*, i.position
from contribution_decision d
join contribution_item i on i.id = d.item_id
where d.contribution_id = :contribution_id
order by d.id
