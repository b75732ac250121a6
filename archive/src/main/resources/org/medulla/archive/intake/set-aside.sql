select path, kind, words from set_aside where import_id = :import_id order by id
