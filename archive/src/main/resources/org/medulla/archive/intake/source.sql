select source from import where id = :import_id
