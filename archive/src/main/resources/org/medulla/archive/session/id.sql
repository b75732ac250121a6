select id from session where name = :name
