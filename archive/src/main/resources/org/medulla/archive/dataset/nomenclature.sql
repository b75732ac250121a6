select nomenclature from dataset where name = :name and nomenclature is not null
