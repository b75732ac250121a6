select id, digest from audit order by id desc limit 1
