select position, bytes, sha256 from contribution_item where contribution_id = :contribution_id order by position
