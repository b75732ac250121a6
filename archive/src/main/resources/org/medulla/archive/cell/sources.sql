select distinct source from class_count order by source
