insert into split_item (split_id, position, fold) values (?, ?, ?)
