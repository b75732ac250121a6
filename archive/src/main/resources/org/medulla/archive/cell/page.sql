-- The inner select walks one covering index; the outer one looks up the cells of the page.
select x.cell_id, x.class_code, x.contradicted, c.*, i.sha256, i.width, i.height, i.format, i.perceptual_hash, i.external_path
from (select row_number() over () as place, cell_id
      from (select x.cell_id from cell_index x where <filter> order by <order> limit :limit offset :offset) o) p
join cell_index x on x.cell_id = p.cell_id
join cell c on c.id = p.cell_id
join image i on i.id = c.image_id
order by p.place
