select * from dataset order by id
