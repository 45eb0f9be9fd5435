# What owning a car costs.

utter_road_tax =
    ภาษีรถประจำปีของ { $name } ({ $power }) ในมาเลเซียอยู่ที่ { $amount } ต่อปี ตามอัตรารถยนต์ไฟฟ้าที่ใช้ตั้งแต่ { $date } ค่ะ
    { $source }
utter_road_tax_table =
    ภาษีรถประจำปีในมาเลเซีย ตามอัตรารถยนต์ไฟฟ้าที่ใช้ตั้งแต่ { $date } ค่ะ
    { $legend }
caption_road_tax = ภาษีรถในมาเลเซีย
column_a_year = ต่อปี
