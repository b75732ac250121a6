select c.*,
       e.files, e.other_files, e.bytes, e.digest,
       (select count(distinct d.item_id) from contribution_decision d
        where d.contribution_id = c.id and d.outcome = 'accepted') as accepted,
       (select count(*) from contribution_decision d
        where d.contribution_id = c.id and d.item_id is null and d.outcome = 'sent back') as sent_back
from contribution c
left join contribution_end e on e.contribution_id = c.id
order by c.id
