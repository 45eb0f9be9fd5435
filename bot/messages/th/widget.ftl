# วิดเจ็ตบนเว็บ: คำทักทาย ป้ายกำกับ และข้อความแจ้ง

widget_name = smart assistant
widget_subtitle = ผู้ช่วยอัตโนมัติสำหรับรถยนต์ smart
widget_subtitle_agent = คุณกำลังคุยกับเจ้าหน้าที่ของเรา
widget_open = เปิดแชทกับ smart assistant
widget_close = ปิดแชท
widget_unread = ข้อความใหม่ { $count } ข้อความ
widget_language = ภาษา

widget_greeting = สวัสดีค่ะ ที่นี่ smart assistant ผู้ช่วยอัตโนมัติค่ะ ถามเรื่องรถ smart ราคา ระยะทางวิ่ง และการชาร์จได้เลย หรือจะคุยกับเจ้าหน้าที่ก็ได้นะคะ
widget_suggestion_price = smart #1 ราคาเท่าไหร่
widget_suggestion_compare = เปรียบเทียบ #1 กับ #3
widget_suggestion_charging = ชาร์จนานเท่าไหร่
widget_suggestion_person = คุยกับเจ้าหน้าที่
widget_suggestions = คำตอบแนะนำ

widget_messages = บทสนทนา
widget_earlier = ดูข้อความก่อนหน้า
widget_you = คุณ
widget_assistant = ผู้ช่วย
widget_agent = เจ้าหน้าที่
widget_typing = ผู้ช่วยกำลังพิมพ์
widget_new_message = ข้อความใหม่

widget_input = ข้อความของคุณ
widget_placeholder = พิมพ์ข้อความ
widget_send = ส่ง
widget_over_limit = เกิน { $count } ตัวอักษร
widget_sending = กำลังส่ง
widget_waiting = รอการเชื่อมต่อ
widget_sent = ส่งแล้ว
widget_failed = ส่งไม่สำเร็จ
widget_retry = ลองอีกครั้ง

widget_location = แชร์ตำแหน่งของฉัน
widget_location_message = นี่คือตำแหน่งของฉัน
widget_location_finding = กำลังค้นหาตำแหน่งของคุณ …
widget_location_denied = เบราว์เซอร์ไม่อนุญาตให้หน้านี้ดูตำแหน่งของคุณ คุณสามารถอนุญาตได้ในการตั้งค่าเบราว์เซอร์ หรือพิมพ์ชื่อสถานที่แทนได้ค่ะ
widget_location_failed = ไม่พบตำแหน่งของคุณ กรุณาพิมพ์ชื่อสถานที่แทนค่ะ

widget_offline = ขาดการเชื่อมต่อ ข้อความของคุณจะถูกเก็บไว้ และส่งให้เมื่อเชื่อมต่อได้อีกครั้งค่ะ
widget_online = เชื่อมต่อได้แล้ว
widget_new_session = บทสนทนาก่อนหน้าไม่สามารถดำเนินต่อได้ จึงเริ่มบทสนทนาใหม่ที่นี่ค่ะ

widget_previous = ก่อนหน้า
widget_next = ถัดไป
widget_cards = การ์ด
widget_details = ดูรายละเอียด
widget_new_tab = เปิดในแท็บใหม่

widget_error_too_long = ข้อความนี้ยาวเกินไป ส่งได้ไม่เกิน 4,000 ตัวอักษร กรุณาย่อข้อความหรือแบ่งส่งค่ะ
widget_error_empty = ข้อความนี้ว่างเปล่า กรุณาพิมพ์ข้อความก่อนค่ะ
widget_error_rate = มีข้อความจำนวนมากในเวลาสั้น ๆ กรุณารอสักครู่แล้วลองใหม่ค่ะ
widget_error_busy = ขณะนี้มีผู้ติดต่อเข้ามาจำนวนมาก กรุณาลองใหม่ในอีกสักครู่ค่ะ
widget_error_version = แชทมีการอัปเดต กรุณาโหลดหน้านี้ใหม่ค่ะ
widget_error_bad_frame = ไม่สามารถอ่านข้อความนี้ได้ กรุณาโหลดหน้านี้ใหม่แล้วลองอีกครั้งค่ะ
widget_error_fault = ระบบของเราขัดข้องและยังไม่ได้รับข้อความนี้ กรุณาลองอีกครั้งค่ะ
