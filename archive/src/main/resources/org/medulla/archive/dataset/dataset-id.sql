select id from dataset where name = :name
