select x.cell_id, x.class_code, x.contradicted, c.source, c.patient, c.smear, c.diagnosis, c.stain, c.scanner, c.imported
from cell_index x
join cell c on c.id = x.cell_id
