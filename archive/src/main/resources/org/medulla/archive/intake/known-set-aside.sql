select path, bytes, modified from set_aside where import_id = :import_id
