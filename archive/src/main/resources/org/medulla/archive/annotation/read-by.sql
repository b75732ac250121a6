select distinct cell_id from annotation where reader = :reader and import_id is null order by cell_id
