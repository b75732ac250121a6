select digest from audit where id = :id
