select
    (select count(*) from cell where import_id = :import_id) as cells,
    (select count(*) from file where import_id = :import_id) as files,
    (select count(*) from contradiction where import_id = :import_id) as contradictions,
    (select count(*) from set_aside where import_id = :import_id) as set_aside
