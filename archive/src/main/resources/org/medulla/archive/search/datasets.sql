select d.name, t.cell_id from dataset d join dataset_item t on t.dataset_id = d.id
