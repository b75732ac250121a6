insert into prediction (batch_id, cell_id, class_code, probability, second_code, second_probability, accepted, oddness)
values (?, ?, ?, ?, ?, ?, ?, ?)
