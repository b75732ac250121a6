select * from dataset where name = :name
