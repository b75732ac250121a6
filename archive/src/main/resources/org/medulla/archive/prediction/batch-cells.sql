select cell_id from prediction where batch_id = :batch_id order by cell_id
