-- The class that was written down for each cell that shows as a class: that of its newest decision or reading outside of imports and
-- sessions, else that of its oldest annotation. The same rule as docs/archive-schema.md states.
select
    x.cell_id,
    coalesce(
        (select d.class_code
         from (select a.audit_id, a.id, a.class_code
               from annotation a
               where a.cell_id = x.cell_id and a.import_id is null and a.session_id is null
               union all
               select k.audit_id, k.id, coalesce(k.class_code, '-') as class_code
               from decision k
               where k.cell_id = x.cell_id) d
         order by d.audit_id desc, d.id desc
         limit 1),
        (select a.class_code from annotation a where a.cell_id = x.cell_id and a.session_id is null order by a.id limit 1)) as class_code
from cell_index x
where x.class_code = :class_code
