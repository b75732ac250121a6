insert into cell_index (cell_id, class_code, source, file_name, patient, smear, diagnosis, contradicted)
values (?, ?, ?, ?, ?, ?, ?, 0)
