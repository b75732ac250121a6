select * from audit order by id
