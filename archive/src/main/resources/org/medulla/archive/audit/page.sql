select * from audit where id > :id order by id limit :limit
