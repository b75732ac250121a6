select i.id
from import i
where i.source = :source and i.root = :root and i.layout = :layout and i.in_place = :in_place
  and not exists (select 1 from import_end e where e.import_id = i.id)
order by i.id desc
limit 1
