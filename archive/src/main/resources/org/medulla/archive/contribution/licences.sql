select d.sha256, c.licence
from contribution_decision d
join contribution c on c.id = d.contribution_id
where d.outcome = 'accepted'
