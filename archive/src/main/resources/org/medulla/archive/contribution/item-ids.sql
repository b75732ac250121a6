select position, id from contribution_item where contribution_id = :contribution_id
