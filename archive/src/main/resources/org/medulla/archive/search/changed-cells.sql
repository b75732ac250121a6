select cell_id from <table> where id between :first and :last
