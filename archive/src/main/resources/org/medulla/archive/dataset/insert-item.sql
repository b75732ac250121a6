insert into dataset_item (dataset_id, position, cell_id, class_code) values (?, ?, ?, ?)
