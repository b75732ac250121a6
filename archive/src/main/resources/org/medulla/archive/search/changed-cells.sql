select cell_id from annotation where audit_id > :audit_id
union
select cell_id from decision where audit_id > :audit_id
