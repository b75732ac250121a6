with expected as (
    select source, class_code, count(*) as cells from cell_index group by source, class_code
),
kept as (
    select source, class_code, cells from class_count where cells <> 0
)
select distinct source || ' ' || class_code from (
    select * from (select * from expected except select * from kept) missing
    union all
    select * from (select * from kept except select * from expected) added
) wrong
