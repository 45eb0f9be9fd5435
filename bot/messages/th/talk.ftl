# คำพูดเกี่ยวกับการสนทนาเอง และคำที่ทุกส่วนใช้ร่วมกัน

utter_greet = สวัสดีค่ะ นี่คือผู้ช่วยอัตโนมัติของ smart ค่ะ ถามเรื่อง smart #1 และ #3 ได้เลย ทั้งราคา ระยะทางวิ่ง การชาร์จ การเดินทาง หรือให้ช่วยเทียบรุ่น อยากทราบเรื่องไหนคะ
utter_goodbye = ขอบคุณที่แวะมาคุยกันนะคะ มีอะไรให้ช่วยอีกก็ทักมาได้เสมอค่ะ สวัสดีค่ะ
utter_thank = ยินดีค่ะ มีเรื่องไหนอยากทราบเพิ่มอีกไหมคะ
utter_identity = นี่คือผู้ช่วยอัตโนมัติสำหรับรถ smart ในมาเลเซียและไทยค่ะ เป็นซอฟต์แวร์ ไม่ใช่คนจริง หากอยากคุยกับเจ้าหน้าที่ บอกได้เลยนะคะ
utter_smalltalk = ยินดีที่ได้คุยกันนะคะ ทางนี้สบายดีค่ะ เรื่องที่ถนัดที่สุดคือรถ smart อยากทราบเรื่องไหนคะ
utter_out_of_scope = ขออภัยค่ะ เรื่องนี้ช่วยไม่ได้จริง ๆ แต่ถ้าเป็นเรื่องรถ smart เช่น รุ่นรถ ราคา สเปก การเทียบรุ่น การชาร์จ หรือการเดินทาง ถามได้เลยค่ะ
utter_help =
    เรื่องที่ช่วยคุณได้มีดังนี้ค่ะ
    • รุ่นรถและราคา
    • ระยะทางวิ่ง กำลัง ขนาด และสเปกอื่น ๆ
    • เทียบรุ่นหรือช่วยเลือกรุ่น
    • หาที่ชาร์จ เวลาและค่าชาร์จ วางแผนการเดินทาง
    • ข้อมูลบริษัท อัปเดตซอฟต์แวร์ แบตเตอรี่ และการรับประกัน
    • ติดต่อเจ้าหน้าที่
    อยากทราบเรื่องไหนคะ
utter_language_changed = ได้ค่ะ จากนี้จะคุยเป็นภาษาไทยนะคะ มีอะไรให้ช่วยคะ
utter_language_which = คุยได้ทั้งภาษาอังกฤษ มาเลย์ จีน และไทยค่ะ ต้องการใช้ภาษาไหนคะ
utter_affirm = ได้ค่ะ อยากทราบเรื่องไหนคะ
utter_deny = ไม่เป็นไรค่ะ มีเรื่องอื่นให้ช่วยไหมคะ
utter_cancel = ได้ค่ะ เรื่องนี้หยุดไว้แค่นี้นะคะ อยากให้ช่วยเรื่องไหนต่อคะ
utter_clarify = ไม่แน่ใจว่าเข้าใจถูกไหม คุณหมายถึงข้อไหนในนี้คะ
utter_not_understood = ขออภัยค่ะ ยังไม่เข้าใจอยู่ดี ลองถามอีกแบบได้ไหมคะ หรือจะให้เจ้าหน้าที่มาช่วยก็ได้ค่ะ
utter_soon = เรื่อง “{ $feature }” กำลังเตรียมอยู่ ตอนนี้ผู้ช่วยยังตอบเองไม่ได้ค่ะ แต่เจ้าหน้าที่ช่วยคุณได้ ให้ส่งเรื่องต่อให้ไหมคะ
utter_breakdown = ขอให้คุณปลอดภัยไว้ก่อนนะคะ ถ้าทำได้ ให้จอดในที่ปลอดภัย เปิดไฟฉุกเฉิน และอยู่ให้ห่างจากรถที่วิ่งผ่าน หากมีคนเจ็บหรือมีอันตราย โทรเบอร์ฉุกเฉินในพื้นที่ทันทีค่ะ ให้ส่งเรื่องต่อให้เจ้าหน้าที่ไหมคะ
utter_complain = ขออภัยที่คุณต้องเจอเรื่องแบบนี้ค่ะ อยากให้เจ้าหน้าที่เข้ามาดูแลเรื่องนี้ โดยจะเห็นทุกข้อความที่คุณพิมพ์ไว้ที่นี่ ให้ส่งเรื่องต่อให้เลยไหมคะ
utter_feedback = ขอบคุณที่บอกกันนะคะ ช่วยให้เราปรับปรุงได้ดีขึ้น หากมีเรื่องที่ต้องแก้ไข เจ้าหน้าที่เข้ามาดูให้ได้ค่ะ

utter_empty = ข้อความที่ได้รับว่างเปล่าค่ะ อยากทราบเรื่องไหนคะ
utter_too_long = ข้อความนี้ยาวเกินไปค่ะ ({ NUMBER($length) } ตัวอักษร อ่านได้ไม่เกิน { NUMBER($limit) } ตัวอักษร) รบกวนส่งเฉพาะคำถามหลักมาสั้น ๆ สองสามประโยคได้ไหมคะ
utter_fault = ขออภัยค่ะ ระบบขัดข้อง ตอนนี้ยังตอบไม่ได้ แต่ข้อความของคุณเก็บไว้แล้วค่ะ ลองใหม่อีกครั้งในอีกสักครู่ หรือขอคุยกับเจ้าหน้าที่ก็ได้ค่ะ
utter_slow = ได้รับข้อความแล้วค่ะ กำลังหาคำตอบให้อยู่ เดี๋ยวส่งตามไปนะคะ
utter_old_button = ปุ่มนี้มาจากบทสนทนาก่อนหน้า ใช้ไม่ได้แล้วค่ะ อยากทราบเรื่องไหนคะ

button_models = รุ่นรถ
button_prices = ราคา
button_recommend = ช่วยเลือกรุ่น
button_agent = คุยกับเจ้าหน้าที่
button_callback = ให้โทรกลับ
button_cancel = ยกเลิก
button_about = ข้อมูล { $name }
button_price_of = ราคา { $name }
button_compare = เทียบรุ่น
button_versus = { $left } กับ { $right }
button_versus_best = เทียบสองรุ่นนี้

language_en = English
language_ms = Bahasa Melayu
language_zh = 简体中文
language_th = ภาษาไทย

# $year เป็นปีพุทธศักราชแล้ว
list_comma = {", "}
list_last = {" และ "}

date_day = { $day } { $month } { $year }
date_month = { $month } { $year }
date_year = ปี { $year }
# A day with its weekday, and an hour: Unicode's date patterns (UTS 35), filled in by Babel.
moment_day = EEEEที่ d MMM
moment_time = HH:mm 'น.'
moment_hour = HH:mm 'น.'
moment_noon = 12:00 น.
moment_midnight = 00:00 น.
moment_day_year = { $day } { $year }
moment_day_time = { $day } { $time }

# สิ่งที่คำถามอาจหมายถึง ใช้เป็นชื่อปุ่ม และเป็นชื่อเรื่องที่กำลังเตรียมอยู่
meaning_ask_help = ช่วยอะไรได้บ้าง
meaning_ask_identity = กำลังคุยกับใคร
meaning_smalltalk = คุยเล่น
meaning_change_language = เปลี่ยนภาษา
meaning_ask_lineup = มีรุ่นอะไรบ้าง
meaning_ask_spec = สเปกรถ
meaning_compare_models = เทียบรุ่น
meaning_recommend_model = ช่วยเลือกรุ่น
meaning_ask_driver_assistance = ระบบช่วยขับขี่
meaning_ask_connectivity = แอปและหน้าจอในรถ
meaning_ask_ota = อัปเดตซอฟต์แวร์
meaning_ask_battery = แบตเตอรี่
meaning_ask_warranty = การรับประกัน
meaning_ask_sustainability = สิ่งแวดล้อม
meaning_ask_company = เกี่ยวกับบริษัท
meaning_ask_price = ราคา
meaning_ask_financing = สินเชื่อและค่างวด
meaning_ask_promotion = โปรโมชัน
meaning_ask_running_cost = ค่าใช้จ่ายและภาษีรถ
meaning_ask_delivery = สต็อกและการส่งมอบ
meaning_ask_trade_in = นำรถเก่ามาแลก
meaning_ask_buying_process = ขั้นตอนการซื้อ
meaning_find_charger = หาที่ชาร์จ
meaning_check_charger = ตู้ชาร์จว่างไหม
meaning_ask_charging_time = เวลาในการชาร์จ
meaning_ask_charging_cost = ค่าชาร์จ
meaning_ask_home_charger = ที่ชาร์จที่บ้าน
meaning_ask_charging_howto = วิธีชาร์จ
meaning_plan_journey = วางแผนเดินทาง
meaning_ask_service = เช็กระยะและซ่อมบำรุง
meaning_report_breakdown = รถเสียหรืออุบัติเหตุ
meaning_complain = ร้องเรียน
meaning_book_test_drive = นัดทดลองขับ
meaning_book_service = นัดเข้าศูนย์
meaning_book_home_charger = นัดสำรวจติดตั้งที่ชาร์จ
meaning_check_booking = ดูนัดหมาย
meaning_change_booking = เลื่อนหรือแก้นัดหมาย
meaning_cancel_booking = ยกเลิกนัดหมาย
meaning_find_outlet = โชว์รูมและศูนย์บริการ
meaning_talk_to_agent = คุยกับเจ้าหน้าที่
meaning_request_callback = ให้โทรกลับ
meaning_ask_privacy = ข้อมูลส่วนตัวของฉัน
meaning_give_feedback = ติชมหรือเสนอแนะ
