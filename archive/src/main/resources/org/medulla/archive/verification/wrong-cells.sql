-- What the index must say of each cell, against what it says. A decision and a reading outside of a session are never written
-- together, so the number of the audit entry tells which came later. A class that was merged into another shows as that.
with recorded as (
    select
        c.id as cell_id,
        coalesce(
            (select d.class_code
             from (select a.audit_id, a.id, a.class_code
                   from annotation a
                   where a.cell_id = c.id and a.import_id is null and a.session_id is null
                   union all
                   select k.audit_id, k.id, coalesce(k.class_code, '-')
                   from decision k
                   where k.cell_id = c.id) d
             order by d.audit_id desc, d.id desc
             limit 1),
            (select a.class_code from annotation a where a.cell_id = c.id and a.session_id is null order by a.id limit 1)) as class_code,
        c.source, c.file_name, c.patient, c.smear, c.diagnosis,
        case when exists (select 1 from contradiction k where k.cell_id = c.id) then 1 else 0 end as contradicted
    from cell c
),
expected as (
    select r.cell_id, coalesce(m.class_code, r.class_code) as class_code,
        r.source, r.file_name, r.patient, r.smear, r.diagnosis, r.contradicted
    from recorded r
    left join class_map m on m.code = r.class_code
)
select distinct cell_id from (
    select * from (select * from expected except select * from cell_index) missing
    union all
    select * from (select * from cell_index except select * from expected) added
) wrong
order by cell_id
