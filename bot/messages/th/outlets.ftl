# สาขา: อยู่ที่ไหน เปิดเมื่อไร มีบริการอะไร

utter_outlets = { $lines }
utter_outlet_where = คุณอยู่แถวไหนคะ บอกชื่อเมือง จังหวัด หรือรัฐ หรือแชร์ตำแหน่งมาได้เลย จะหา{ $what }ที่ใกล้ที่สุดให้ค่ะ
utter_outlets_none = ไม่มีข้อมูล{ $what }ใน{ $country }ค่ะ ให้เจ้าหน้าที่ช่วยหาต่อได้นะคะ
utter_outlet_hotline = ไม่มีข้อมูลเบอร์สายด่วนหรืออีเมลฝ่ายลูกค้าค่ะ เจ้าหน้าที่ช่วยคุณทางนี้ได้ หรือจะให้หาโชว์รูมหรือศูนย์บริการที่ใกล้ที่สุดก็ได้ค่ะ

outlets_many = มีข้อมูล{ $what }ใน{ $country } { $count } แห่งค่ะ
outlets_ask = คุณอยู่เมือง จังหวัด หรือรัฐไหนคะ หรือจะแชร์ตำแหน่งมาก็ได้ค่ะ

outlets_any = โชว์รูมและศูนย์บริการ
outlets_sales = โชว์รูม
outlets_test_drive = โชว์รูมที่มีรถให้ทดลองขับ
outlets_service = ศูนย์บริการ
outlets_body_repair = ศูนย์ซ่อมสีและตัวถัง
outlets_home_charger = สาขาที่รับสำรวจบ้านเพื่อติดตั้งที่ชาร์จ

outlets_head_near = { $what }ที่ใกล้{ $place }ที่สุดค่ะ
outlets_head_you = { $what }ที่ใกล้คุณที่สุดค่ะ
outlets_head_in = { $what }ใน{ $place }เท่าที่มีข้อมูลค่ะ
outlets_head_country = { $what }ใน{ $country }เท่าที่มีข้อมูลค่ะ
outlets_head_these = ที่ตรงกับที่คุณบอกมีดังนี้ค่ะ
outlets_head_far = ไม่มีข้อมูล{ $what }ใน{ $place }หรือใกล้เคียงค่ะ ที่ใกล้ที่สุดคือ
outlets_head_far_you = ไม่มีข้อมูล{ $what }ใกล้คุณค่ะ ที่ใกล้ที่สุดคือ
outlets_more = มีทั้งหมด { $count } แห่งค่ะ บอกชื่อเมืองมาได้เลย จะบอกว่าที่ไหนใกล้ที่สุด
outlet_line_near = { $number }. { $name } อยู่ห่าง { $distance }: { $status }
outlet_line = { $number }. { $name }: { $status }
outlet_numbered = { $number }. { $name }
outlet_map = แผนที่: { $link }

outlet_kind_showroom = โชว์รูม
outlet_kind_service = ศูนย์บริการ
outlet_kind_both = โชว์รูมและศูนย์บริการ
outlet_sample = ข้อมูลนี้เป็นเพียงตัวอย่างเพื่อสาธิตการทำงาน ไม่มีสาขานี้อยู่จริงค่ะ
outlet_sample_th = ข้อมูลนี้เป็นเพียงตัวอย่างเพื่อสาธิตการทำงาน ไม่มีสาขานี้อยู่จริง และยังไม่มีข้อมูลสาขาใดในไทยค่ะ

outlet_is = • { $kind }
outlet_now = • สถานะ: { $status }
outlet_hours = • เวลาทำการ: { $hours }
outlet_closed_days = • วันหยุดเร็ว ๆ นี้: { $days }
outlet_on = • { $day }
outlet_address = • ที่อยู่: { $address }
outlet_phone = • โทรศัพท์: { $phone }
outlet_no_phone = • โทรศัพท์: ไม่มีข้อมูล
outlet_phone_of = { $name }: { $phone }
outlet_phone_unknown = ไม่มีข้อมูลเบอร์โทร
outlet_services = • บริการ: { $services }
outlet_languages = • ภาษาที่ใช้ได้: { $languages }
outlet_map_line = • แผนที่: { $link }
outlet_source = ที่มา: { $source } ข้อมูล ณ { $date }

outlet_status = { $now } { $next }
outlet_open_until = เปิดอยู่ ถึง { $until }
outlet_open_again = เปิดอยู่ ถึง { $until } และเปิดอีกครั้ง { $again }
outlet_open_always = เปิดตลอด 24 ชั่วโมง
outlet_closed_now = ตอนนี้ปิดอยู่
outlet_closed_today = วันนี้ปิด
outlet_closed_holiday = วันนี้ปิดเนื่องใน{ $holiday }
outlet_opens_today = จะเปิดวันนี้ { $time }
outlet_opens_tomorrow = จะเปิดพรุ่งนี้ { $time }
outlet_opens_on = จะเปิด{ $when }
outlet_opens_unknown = ไม่มีข้อมูลว่าจะเปิดอีกเมื่อไร

outlet_range = { $opens } ถึง { $closes }
outlet_hours_of = { $days } { $hours }
outlet_hours_closed = ปิด
outlet_hours_holiday = ปิดเนื่องใน{ $holiday }
outlet_hours_holiday_unsure = ปิดเนื่องใน{ $holiday } แต่วันที่ยังไม่แน่นอน
outlet_day = { $day }: { $hours }
outlet_off = { $day }
outlet_off_holiday = { $day } { $holiday }
outlet_off_holiday_unsure = { $day } { $holiday } (วันที่ยังไม่แน่นอน)

weekdays = { $first }–{ $last }
every_day = ทุกวัน
weekday_0 = จันทร์
weekday_1 = อังคาร
weekday_2 = พุธ
weekday_3 = พฤหัสบดี
weekday_4 = ศุกร์
weekday_5 = เสาร์
weekday_6 = อาทิตย์

service_sales = ขายรถ
service_test_drive = ทดลองขับ
service_service = เช็กระยะและซ่อมบำรุง
service_body_repair = ซ่อมสีและตัวถัง
service_home_charger = สำรวจบ้านเพื่อติดตั้งที่ชาร์จ
spoken_en = อังกฤษ
spoken_ms = มลายู
spoken_zh = จีนกลาง
spoken_th = ไทย
country_my = มาเลเซีย
country_th = ไทย

button_outlet_number = ดูรายละเอียดลำดับที่ { $number }
button_outlet_test_drive = จองทดลองขับที่นี่
button_outlet_service = จองเข้าศูนย์ที่นี่
button_outlet_home_charger = จองสำรวจบ้านติดตั้งที่ชาร์จ
button_place = { $place }
