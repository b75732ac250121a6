insert into audit (id, at, action, subject, rows, rows_digest, previous, digest)
values (:id, :at, :action, :subject, :rows, :rows_digest, :previous, :digest)
