select * from nomenclature_change order by id
