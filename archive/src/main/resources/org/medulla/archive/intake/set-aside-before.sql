select count(*) from set_aside where import_id = :import_id and path = :path and words = :words
