select s.*, o.name as of_name
from session s
left join session o on o.id = s.of_session_id
order by s.id
