select rows from audit where id > :audit_id
