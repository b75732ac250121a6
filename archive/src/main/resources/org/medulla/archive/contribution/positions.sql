select position from contribution_item where contribution_id = :contribution_id order by position
