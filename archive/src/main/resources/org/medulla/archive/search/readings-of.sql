select cell_id, reader, certainty from annotation where cell_id = ? order by id
