# การชาร์จ: ที่ไหน ว่างไหม นานเท่าไหร่ ราคาเท่าไหร่

utter_charger_where = อยากชาร์จแถวไหนคะ บอกชื่อเมือง สถานที่ หรือถนน หรือแชร์ตำแหน่งมาได้เลยค่ะ
utter_chargers =
    { $head }
    { $lines }
    { $status }
    { $source }
chargers_head = ที่ชาร์จที่ใกล้{ $where }ที่สุดค่ะ
chargers_head_wish = ที่ชาร์จที่ใกล้{ $where }ที่สุด ({ $wish }) ค่ะ
near_place = { $place }
near_you = คุณ
by_place = ใกล้{ $place }
by_you = ใกล้คุณ
charger_line = { $number }. { $name } อยู่ห่าง { $distance }: { $facts }
along_road = ตามเส้นทาง { $road }
between_places = ระหว่าง{ $one }กับ{ $other }
way_head = ที่ชาร์จ{ $where }ค่ะ
way_head_wish = ที่ชาร์จ{ $where } ({ $wish }) ค่ะ
charger_line_way = { $number }. { $name }: { $facts }
way_status_known = มีข้อมูลอยู่ { $count } แห่ง เรียงตามเส้นทาง ส่วนว่างหรือไม่เป็นไปตามที่ผู้ให้บริการแจ้ง อาจเปลี่ยนได้ก่อนไปถึงค่ะ
way_status_unknown = มีข้อมูลอยู่ { $count } แห่ง เรียงตามเส้นทาง ส่วนตอนนี้ว่างหรือไม่ยังไม่ทราบ เพราะผู้ให้บริการไม่ได้แจ้งมาค่ะ
chargers_status_known = ระยะทางวัดเป็นเส้นตรงค่ะ ส่วนว่างหรือไม่ ดูตามที่ผู้ให้บริการแจ้ง อาจเปลี่ยนก่อนคุณไปถึง
chargers_status_unknown = ระยะทางวัดเป็นเส้นตรงค่ะ ส่วนตอนนี้ว่างหรือไม่ยังไม่ทราบ เพราะผู้ให้บริการไม่ได้แจ้งมา
utter_chargers_none = ไม่มีข้อมูลที่ชาร์จ{ $where }เลยค่ะ ข้อมูลที่มียังไม่ครบ อาจมีอยู่ก็ได้ ให้เจ้าหน้าที่ช่วยหาต่อได้นะคะ
utter_chargers_others =
    ไม่มีข้อมูลที่ชาร์จ{ $where }ที่ตรงกับที่ขอ ({ $wish }) ค่ะ ที่อื่นที่ใกล้ที่สุดคือ
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    ยังไม่ทราบว่าตอนนี้ที่ชาร์จ{ $where }ที่ไหนว่างค่ะ ที่ใกล้ที่สุดคือ
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = ไม่มีข้อมูลที่ชาร์จแห่งนี้ค่ะ จึงบอกไม่ได้ว่าว่างหรือใช้งานได้ไหม
utter_charger_gone = ไม่มีข้อมูลที่ชาร์จแห่งนี้แล้วค่ะ ให้ช่วยหาที่อื่นไหมคะ
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name } ({ $operator })
site_plugs = • หัวชาร์จ: { $plugs }
site_status = • ตอนนี้: { $status }
site_address = • ที่อยู่: { $address }
site_always_open = • เปิดตลอด 24 ชั่วโมง
site_price = • ราคา: { $price }
site_no_price = • ราคา: ไม่มีข้อมูล
site_access_membership = • เฉพาะสมาชิกของผู้ให้บริการ
site_access_unknown = • ไม่มีข้อมูลว่าเปิดให้ทุกคนใช้หรือไม่
site_map = • เส้นทาง: { $link }
access_membership = เฉพาะสมาชิก
access_unknown = อาจไม่ได้เปิดให้ทุกคนใช้
sites_source = ที่มา: { $sources }
sites_source_day = ที่มา: { $sources } ตรวจสอบล่าสุดเมื่อ { $date }
sites_source_dates = ที่มา: { $sources } ตรวจสอบล่าสุดระหว่าง { $oldest } ถึง { $newest }
status_unknown = ไม่ทราบว่าว่างหรือไม่ เพราะผู้ให้บริการไม่ได้แจ้งมา
status_live = ว่าง { $free } จาก { $total } หัว (แจ้งเมื่อ { $age })
status_old = ตอนแจ้งล่าสุดเมื่อ { $age } ว่าง { $free } จาก { $total } หัว ตอนนี้ไม่ทราบ
status_broken = ใช้งานไม่ได้ (แจ้งเมื่อ { $age })
age_seconds = { $value } วินาทีที่แล้ว
age_minutes = { $value } นาทีที่แล้ว
age_hours = { $value } ชั่วโมงที่แล้ว
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind } (ไม่มีข้อมูลกำลังไฟ)
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = หัว DC แบบอื่น
plug_other_ac = หัว AC แบบอื่น
current_dc = DC
current_ac = AC
power_from = { $power } ขึ้นไป
free_now = ว่างตอนนี้
price_per_kwh = หน่วยละ { $amount }
price_per_hour = ชั่วโมงละ { $amount }
price_per_session = ครั้งละ { $amount }
price_range_per_kwh = หน่วยละ { $low }–{ $high }
price_published = { $price } (ข้อมูล ณ { $date })
price_free = ฟรี (ข้อมูล ณ { $date })
money_range = { $low }–{ $high }
hours_minutes = { $hours } ชม. { $minutes } นาที

utter_charging_time =
    { $name }: ชาร์จจาก { $low } ถึง { $high } ด้วย{ $charger } ใช้เวลาประมาณ { $time } ได้ไฟเข้าแบตประมาณ { $energy } ค่ะ{ $limited }
    คำนวณจากข้อมูลการชาร์จของรถ ถ้าอากาศร้อนหรือเย็นจัด หรือใช้ตู้ร่วมกับคันอื่น อาจนานกว่านี้ค่ะ
    { $source }
charging_limited_dc = {" "}ความเร็วตรงนี้ขึ้นอยู่กับตัวรถ ตู้ที่แรงกว่านี้จึงไม่เร็วขึ้นค่ะ
charging_limited_ac = {" "}รถรับไฟ AC ได้สูงสุด { $power } ตู้ที่แรงกว่านี้จึงไม่เร็วขึ้นค่ะ
charging_not_limited = {""}
utter_charging_times =
    ชาร์จจาก { $low } ถึง { $high } คำนวณจากข้อมูลการชาร์จค่ะ ถ้าอากาศร้อนหรือเย็นจัด หรือใช้ตู้ร่วมกับคันอื่น อาจนานกว่านี้
    { $legend }
utter_charging_curve =
    { $name } ชาร์จจาก { $low } ถึง { $high } ใช้เวลาประมาณ { $time } ค่ะ ยิ่งแบตเต็ม กำลังไฟยิ่งลดจาก { $most } เหลือ { $least }
    { $source }
alt_charging_curve = กราฟการชาร์จ { $name } จาก { $low } ถึง { $high } ใช้เวลาประมาณ { $time } กำลังไฟลดจาก { $most } เหลือ { $least }
utter_charging_time_unknown = ไม่มีข้อมูลการชาร์จของ { $name } ที่ต้องใช้คำนวณ จึงไม่อยากเดาค่ะ ให้เจ้าหน้าที่ช่วยหาข้อมูลให้ได้นะคะ
utter_charging_full = เริ่มที่ { $percent } ก็ไม่ต้องชาร์จเพิ่มแล้วค่ะ อยากชาร์จจากกี่เปอร์เซ็นต์ถึงกี่เปอร์เซ็นต์คะ
charger_dc = ตู้ DC { $power }
charger_ac = ตู้ AC { $power }
charger_strongest_dc = ตู้ DC ที่เร็วที่สุด
charger_strongest_ac = ตู้ AC ที่เร็วที่สุด
column_charger = ที่ชาร์จ
column_time = เวลา
caption_charging_time = เวลาชาร์จ

utter_charging_cost_my =
    ค่าชาร์จในมาเลเซียค่ะ
    { $lines }
    ราคาที่บ้านเป็นอัตราค่าไฟที่ใช้ตั้งแต่ { $date } ไม่รวมภาษีและค่าบริการรายเดือน ตารางคิดจากการชาร์จ { $low } ถึง { $high } โดยค่าชาร์จที่บ้านเผื่อไฟที่สูญเสียระหว่างชาร์จไว้แล้วหนึ่งในสิบ
    { $source }
utter_charging_cost_th =
    ค่าชาร์จในไทยค่ะ
    { $lines }
    ราคาที่บ้านเป็นข้อมูล ณ { $date } ไม่รวมภาษีและค่าบริการรายเดือน ตารางคิดจากการชาร์จ { $low } ถึง { $high } โดยค่าชาร์จที่บ้านคิดตามอัตราปกติ และเผื่อไฟที่สูญเสียระหว่างชาร์จไว้แล้วหนึ่งในสิบ
    { $source }
utter_charging_cost_unknown = ไม่มีข้อมูลราคาของประเทศคุณค่ะ สอบถามเพิ่มเติมจากเจ้าหน้าที่ได้นะคะ
home_price_line = • { $plan }: { $price }
home_standard = ชาร์จที่บ้าน
home_tou_peak = ชาร์จที่บ้าน มิเตอร์ TOU ช่วงออนพีค
home_tou_off_peak = ชาร์จที่บ้าน มิเตอร์ TOU ช่วงออฟพีค
public_price_line = • สถานีสาธารณะ: { $price } แล้วแต่ผู้ให้บริการและกำลังไฟ
public_price_unknown = • สถานีสาธารณะ: ไม่มีข้อมูล
caption_charging_cost = ค่าชาร์จต่อครั้ง
column_home = ที่บ้าน
column_home_100km = วิ่ง 100 กม. ชาร์จที่บ้าน
column_public = สถานีสาธารณะ
utter_network_price =
    ราคาของ { $network } เท่าที่มีข้อมูลค่ะ
    { $lines }
    ราคาเปลี่ยนได้ ดูราคาวันนี้ในแอปของผู้ให้บริการได้เลยค่ะ
    { $source }
network_price_line = • { $what }: { $price }
utter_network_price_unknown = ไม่มีข้อมูลราคาของ { $network } ค่ะ แอปของผู้ให้บริการจะแสดงราคาก่อนเริ่มชาร์จ
period_peak = ช่วงออนพีค (จันทร์–ศุกร์ 9.00–22.00 น.)
period_off_peak = ช่วงออฟพีค
price_any = ทุกตู้

button_only_dc = เฉพาะ DC
button_charger_number = ดูรายละเอียดลำดับที่ { $number }
button_charging_time = ใช้เวลาชาร์จนานไหม
button_charging_chart = ดูกราฟการชาร์จ
button_find_charger = หาที่ชาร์จ
button_find_network = หาที่ชาร์จของ { $network }
