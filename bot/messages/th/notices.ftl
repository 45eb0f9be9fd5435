# สิ่งที่ผู้ช่วยแจ้งเองโดยไม่ต้องถาม: การเตือนนัด การเปลี่ยนแปลงโดยเจ้าหน้าที่ เวลาที่ว่างลง รหัส และนัดหมายในปฏิทิน

notice_day_before =
    แจ้งเตือนนัดหมายค่ะ คุณมีนัด{ $what } { $when }
    { $lines }
    หมายเลขอ้างอิง { $reference }
notice_hours_before =
    ใกล้ถึงเวลาแล้วค่ะ คุณมีนัด{ $what } { $when }
    { $lines }
    หมายเลขอ้างอิง { $reference }
notice_moved =
    เจ้าหน้าที่เลื่อนนัด{ $what } ของคุณเป็น { $when } ค่ะ หากไม่สะดวก เปลี่ยนเวลาได้เลยนะคะ
    { $lines }
    หมายเลขอ้างอิง { $reference }
notice_confirmed =
    ยืนยันนัดแล้วค่ะ { $what } { $when }
    { $lines }
    หมายเลขอ้างอิง { $reference }
notice_cancelled = นัด{ $what } { $when } ({ $reference }) ถูกยกเลิกแล้วค่ะ { $because }
notice_because_outlet_closed = ขออภัยค่ะ สาขาปิดในเวลานั้น
notice_because_car_unavailable = ขออภัยค่ะ รถคันนั้นไม่ว่างในเวลาดังกล่าว
notice_because_team_unavailable = ขออภัยค่ะ ทีมงานไม่ว่างในเวลานั้น
notice_because_customer_asked = ยกเลิกตามที่คุณแจ้งไว้ค่ะ
notice_because_unknown = ขออภัยในความไม่สะดวกค่ะ
notice_offer = ข่าวดีค่ะ มีเวลาว่างสำหรับนัด{ $what } ที่คุณรออยู่ { $when } ที่ { $outlet } กันเวลานี้ไว้ให้คุณถึง { $until } ต้องการรับเวลานี้ไหมคะ
notice_offer_home = ข่าวดีค่ะ มีเวลาว่างสำหรับนัด{ $what } ที่คุณรออยู่ { $when } กันเวลานี้ไว้ให้คุณถึง { $until } ต้องการรับเวลานี้ไหมคะ
notice_code = รหัสสำหรับการจอง { $reference } คือ { $code } ใช้ได้ถึง { $until } ค่ะ มีผู้ขอรหัสนี้จากแชทอื่น หากไม่ใช่คุณ อย่าบอกรหัสกับใครนะคะ ถ้าไม่มีรหัสนี้ ใครก็แก้ไขการจองของคุณไม่ได้ค่ะ

notice_when_today = วันนี้ { $when }
notice_when_tomorrow = พรุ่งนี้ { $when }
notice_what_drive = ทดลองขับ { $car }
notice_what_test_drive = ทดลองขับ
notice_what_service = เข้ารับบริการที่ศูนย์
notice_what_home_charger = สำรวจบ้านเพื่อติดตั้งที่ชาร์จ
notice_line_place = สถานที่: { $outlet } { $address }
notice_line_home = ทีมงานจะไปตามที่อยู่ที่คุณให้ไว้ค่ะ
notice_line_licence = อย่าลืมนำใบขับขี่มาด้วยนะคะ
notice_line_requested = เวลานี้ยังรอเจ้าหน้าที่ยืนยัน แล้วจะแจ้งให้ทราบค่ะ

notice_button_change = เปลี่ยนนัด
notice_button_cancel = ยกเลิกนัด
notice_button_accept = รับเวลานี้
notice_button_decline = ไม่รับ
notice_button_again = จองเวลาอื่น
notice_link_route = เส้นทาง

link_calendar_file = เพิ่มในปฏิทิน
link_calendar_google = เพิ่มใน Google ปฏิทิน
calendar_summary = smart: { $what }
calendar_description = หมายเลขอ้างอิง { $reference } หากต้องการเปลี่ยนหรือยกเลิก แจ้งผู้ช่วย smart ได้เลยค่ะ
