select * from model order by id
