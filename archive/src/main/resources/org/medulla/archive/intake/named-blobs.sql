select sha256 from image
union all
select digest from dataset
union all
select digest from model
