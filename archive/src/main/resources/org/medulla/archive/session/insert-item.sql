insert into session_item (session_id, position, cell_id) values (?, ?, ?)
