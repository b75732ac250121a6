select * from model where name = :name
