select i.sha256 from cell c join image i on i.id = c.image_id where c.id = :cell_id
