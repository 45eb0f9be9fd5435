# Booking, looking up, moving and cancelling: test drives, services, home charger surveys.

# --- questions
utter_ask_booking_car = ยินดีค่ะ อยากทดลองขับรุ่นไหนคะ
utter_ask_booking_outlet = สะดวกไปที่ไหนคะ บอกชื่อเมืองหรือแชร์ตำแหน่งมาได้เลย หรือจะเลือกจากรายการนี้ก็ได้ค่ะ
utter_ask_booking_time = สะดวกวันไหน กี่โมงคะ เลือกจากเวลาว่างด้านล่าง หรือพิมพ์วันเวลาอื่นมาได้เลยค่ะ
utter_ask_booking_time_at = สะดวกไปที่ { $outlet } วันไหน กี่โมงคะ เลือกจากเวลาว่างด้านล่าง หรือพิมพ์วันเวลาอื่นมาได้เลยค่ะ
utter_ask_booking_time_of_day = { $day } ว่างเวลาเหล่านี้ค่ะ สะดวกกี่โมงคะ
utter_ask_booking_need = จะเข้าเช็กระยะตามปกติ หรือรถมีอาการผิดปกติคะ เล่าสั้น ๆ พร้อมเลขไมล์มาได้เลยค่ะ
utter_need_words = รถมีอาการอย่างไรคะ เล่ามาสักประโยคสองประโยคก็พอค่ะ
utter_ask_booking_stay = จะรอรับรถเลย หรือฝากรถไว้ที่ศูนย์คะ
utter_ask_booking_plate = ขอเลขทะเบียนรถด้วยค่ะ
utter_ask_booking_address = ขอที่อยู่บ้านที่จะติดตั้งด้วยค่ะ ทั้งบ้านเลขที่ ถนน และเมืองหรือจังหวัด
utter_ask_booking_dwelling = เป็นบ้านหรือคอนโดคะ
utter_ask_booking_phase = ที่บ้านใช้ไฟ 1 เฟสหรือ 3 เฟสคะ ถ้าไม่ทราบก็ไม่เป็นไร ทีมงานจะตรวจดูให้ค่ะ
utter_ask_booking_name = ขอชื่อ-นามสกุลผู้จองด้วยค่ะ
utter_ask_booking_phone = ขอเบอร์โทรที่ติดต่อได้ด้วยค่ะ เช่น 081 234 5678 หรือเบอร์มาเลเซีย 012-345 6789
utter_ask_which_check = หมายถึงนัดไหนคะ
utter_ask_which_change = อยากเลื่อนนัดไหนคะ
utter_ask_which_cancel = อยากยกเลิกนัดไหนคะ
utter_ask_booking_reference = ไม่พบนัดหมายในแชทนี้ค่ะ ถ้าจองผ่านช่องทางอื่น ขอหมายเลขอ้างอิงด้วยนะคะ หมายเลขจะเป็นแบบนี้ค่ะ TD-7F3K2Q
utter_ask_access_phone = เบอร์โทรที่ให้ไว้ตอนจองคือเบอร์ไหนคะ
utter_ask_booking_code = หากหมายเลขอ้างอิงกับเบอร์โทรตรงกัน ระบบได้ส่งรหัส 6 หลักไปยังแชทที่ใช้จองแล้วค่ะ รบกวนพิมพ์รหัสที่ได้รับค่ะ รหัสใช้ได้ 10 นาทีนะคะ
utter_ask_booking_code_again = รบกวนพิมพ์รหัส 6 หลักอีกครั้งนะคะ หรือจะหยุดไว้แค่นี้ก็ได้ค่ะ

notice_title = ประกาศความเป็นส่วนตัว

# --- what a message could not be taken as
utter_booking_help = ขออภัยค่ะ ยังไม่เข้าใจข้อความนี้
utter_car_not_driven = ตอนนี้ไม่มี { $car } ให้ทดลองขับค่ะ รุ่นที่ทดลองขับได้คือ { $cars }
utter_variant_not_driven = ไม่มี { $car } ให้ทดลองขับค่ะ เดี๋ยวหา { $model } รุ่นย่อยที่มีให้แทนนะคะ
utter_no_demo_cars = ตอนนี้ไม่มีข้อมูลรถสำหรับทดลองขับค่ะ ให้เจ้าหน้าที่ช่วยได้นะคะ
utter_no_outlet = แถว{ $place }ยังไม่มีสาขาที่นัดเรื่องนี้ได้ค่ะ
utter_outlet_taken = เป็น { $outlet } ค่ะ ที่อยู่: { $address }
utter_outlet_far = แถว{ $place }ยังไม่มีสาขาที่นัดเรื่องนี้ได้ค่ะ ที่ใกล้ที่สุดคือ { $outlet } ห่าง { $distance }
utter_no_survey_team = ทีมสำรวจของเรายังไปไม่ถึงพื้นที่นี้ค่ะ จะบอกที่อยู่อื่นมา หรือให้เจ้าหน้าที่ช่วยก็ได้นะคะ
utter_address_where = ไม่พบชื่อเมืองในที่อยู่นี้ค่ะ รบกวนใส่ชื่อเมืองหรือจังหวัดมาด้วยนะคะ
utter_address_street = ขอบคุณค่ะ ขอชื่อถนนกับบ้านเลขที่ด้วยนะคะ
utter_name_invalid = ดูเหมือนจะไม่ใช่ชื่อค่ะ
utter_booking_phone_invalid = เบอร์นี้ดูเหมือนจะไม่ใช่เบอร์ไทยหรือมาเลเซียที่ใช้ได้ค่ะ ลองดูอีกครั้งนะคะ เช่น 081 234 5678 หรือ 012-345 6789
utter_plate_invalid = ดูเหมือนจะไม่ใช่เลขทะเบียนรถค่ะ เลขทะเบียนจะเป็นแบบนี้ค่ะ 1กข 1234 หรือ VAB 1234
utter_reference_invalid = ดูเหมือนจะไม่ใช่หมายเลขอ้างอิงของนัดหมายค่ะ หมายเลขจะเป็นแบบนี้ค่ะ TD-7F3K2Q
utter_code_wrong = รหัสนี้ไม่ถูกต้องหรือหมดอายุแล้วค่ะ
utter_code_limited = ลองหลายครั้งเกินไปแล้วค่ะ อีก { $wait } ค่อยลองใหม่นะคะ หรือจะขอคุยกับเจ้าหน้าที่ก็ได้ค่ะ
utter_licence_needed = ผู้ทดลองขับต้องมีใบขับขี่ที่ยังใช้ได้ค่ะ ให้คนที่มีใบขับขี่เป็นคนขับ แล้วคุณนั่งไปด้วยก็ได้นะคะ โดยจองในชื่อของคนขับค่ะ

# --- times that are not to be had
utter_time_past = เวลานั้นผ่านไปแล้วค่ะ
utter_time_nonsense = ขออภัยค่ะ ยังไม่เข้าใจวันหรือเวลานั้น
utter_time_closed_day = { $day } ปิดทำการค่ะ
utter_time_holiday = { $day } เป็น{ $holiday } ปิดทำการค่ะ
utter_time_outside_hours = { $day } เปิด { $hours } ค่ะ
utter_time_too_soon = กระชั้นไปหน่อยค่ะ นัดได้เร็วที่สุดคือ{ $earliest }
utter_time_too_far = ยังจองล่วงหน้านานขนาดนั้นไม่ได้ค่ะ ตอนนี้จองได้ถึงวันที่ { $last }
utter_time_full = { $time } มีคนจองแล้วค่ะ
utter_time_full_day = { $day } เต็มทั้งวันแล้วค่ะ
utter_time_between_slots = { $time } ไม่ตรงกับรอบที่เปิดจองค่ะ
utter_time_elsewhere = { $car } ไม่มีที่สาขานี้ค่ะ แต่มีที่ { $outlets }
utter_time_nowhere = { $car } ตอนนี้ยังไม่มีในระบบค่ะ
utter_take_your_time = ได้ค่ะ ไม่ต้องรีบนะคะ พร้อมเมื่อไหร่พิมพ์มาได้เลยค่ะ
utter_lookup_stopped = ได้ค่ะ หยุดไว้แค่นี้นะคะ
utter_time_not_then = { $day } ช่วงเวลานั้นไม่มีคิวว่างค่ะ
utter_time_none_earlier = ช่วงก่อนหน้านั้นไม่มีคิวว่างที่เร็วกว่านี้แล้วค่ะ
utter_time_none_later = ช่วงหลังจากนั้นไม่มีคิวว่างที่ช้ากว่านี้แล้วค่ะ
utter_time_same = ตอนนี้นัดไว้เวลานี้อยู่แล้วค่ะ
utter_time_ruled_out = ได้ค่ะ ไม่เอาช่วงนั้นนะคะ
utter_no_times = สองสัปดาห์ข้างหน้าไม่มีเวลาว่างเลยค่ะ ให้เจ้าหน้าที่ช่วยได้นะคะ
utter_just_taken = ขออภัยค่ะ เวลานี้เพิ่งมีคนจองไปเมื่อครู่นี้เอง จึงยังจองให้ไม่ได้นะคะ
opening_stretch = { $start } ถึง { $end }
utter_change_keeps = เลื่อนนัดได้เฉพาะเวลากับสาขาค่ะ ถ้าอยากเปลี่ยนรุ่นรถ ชื่อ หรือเบอร์โทร รบกวนยกเลิกนัดนี้แล้วจองใหม่ หรือให้เจ้าหน้าที่ช่วยก็ได้นะคะ

# --- questions about the appointment itself
utter_booking_length = กันเวลาไว้ให้ { $length } ค่ะ
utter_booking_length_unknown = ขึ้นอยู่กับสาขาค่ะ เลือกสาขาแล้วจะบอกได้นะคะ
utter_booking_cost = ในแชทนี้ไม่มีการเก็บเงินค่ะ ส่วนราคาของ{ $kind } ไม่มีข้อมูลนะคะ ถ้าไม่แน่ใจ ให้เจ้าหน้าที่ช่วยตรวจสอบได้ค่ะ
utter_bring_licence = อย่าลืมนำใบขับขี่ที่ยังใช้ได้ไปด้วยนะคะ นอกนั้นไม่มีข้อมูลว่าต้องเตรียมอะไรค่ะ
utter_bring_nothing = ไม่มีข้อมูลว่าต้องนำอะไรไปด้วยค่ะ
utter_booking_company = เรื่องพาคนอื่นไปด้วยไม่มีข้อมูลค่ะ ให้เจ้าหน้าที่ช่วยตรวจสอบได้นะคะ

# --- the summary
utter_confirm_test_drive =
    รบกวนตรวจสอบอีกครั้งนะคะ
    { $lines }
    เมื่อตอบตกลง ถือว่าคุณยืนยันว่าผู้ขับมีใบขับขี่ที่ยังใช้ได้ค่ะ ให้จองเลยไหมคะ
utter_confirm_service =
    รบกวนตรวจสอบอีกครั้งนะคะ
    { $lines }
    ให้จองเลยไหมคะ
utter_confirm_home_charger =
    รบกวนตรวจสอบอีกครั้งนะคะ
    { $lines }
    ให้จองเลยไหมคะ
utter_confirm_wait =
    รบกวนตรวจสอบอีกครั้งนะคะ
    { $lines }
    ให้ลงชื่อรอคิวของวันนั้นไว้ไหมคะ ถ้ามีคิวว่าง จะแจ้งในแชทนี้ให้คุณเลือกรับได้ค่ะ
utter_confirm_move = ให้เลื่อนนัด { $reference } จาก{ $old } เป็น{ $new } ไหมคะ
utter_confirm_move_outlet = ให้เลื่อนนัด { $reference } จาก{ $old } เป็น{ $new } ที่ { $outlet } ไหมคะ
utter_confirm_cancel = ให้ยกเลิกนัด { $reference } ({ $what }) { $time } ไหมคะ
utter_what_to_change = อยากแก้ตรงไหนคะ
line_what = • { $what }
line_when = • { $time }
line_where = • { $outlet } { $address }
line_map = • แผนที่: { $link }
line_address = • ที่อยู่: { $address }
line_need = • เข้าศูนย์เรื่อง: { $need }
line_odometer = • เลขไมล์: { $km }
line_stay = • { $value }
line_dwelling = • ที่อยู่อาศัย: { $value }
line_phase = • ระบบไฟ: { $value }
line_plate = • ทะเบียนรถ: { $plate }
line_name = • { $name } โทร. { $phone }
line_bring_licence = • อย่าลืมนำใบขับขี่ไปด้วยนะคะ
line_sample = • สาขานี้เป็นตัวอย่างสำหรับการสาธิต ไม่มีการนัดหมายจริงค่ะ
what_test_drive = ทดลองขับ { $car }
what_service = นำรถเข้าศูนย์บริการ
what_home_charger = สำรวจบ้านเพื่อติดตั้งที่ชาร์จ
kind_test_drive = บริการทดลองขับ
kind_service = บริการเช็กระยะและซ่อม
kind_home_charger = บริการสำรวจติดตั้งที่ชาร์จที่บ้าน
need_regular = เช็กระยะ
need_repair = ซ่อม
stay_wait = รอรับรถที่ศูนย์บริการ
stay_drop_off = ฝากรถไว้ที่ศูนย์บริการ
dwelling_house = บ้าน
dwelling_condo = คอนโด
phase_single = 1 เฟส
phase_three = 3 เฟส
phase_unknown = ยังไม่ทราบว่ากี่เฟส

# --- done
utter_booked =
    จองเรียบร้อยแล้วค่ะ หมายเลขอ้างอิงคือ { $reference }: { $what }
    { $lines }
utter_requested =
    รับคำขอจองแล้วค่ะ หมายเลขอ้างอิงคือ { $reference }: { $what }
    { $lines }
    กันเวลานี้ไว้ให้แล้ว รอทางสาขายืนยันอีกครั้ง เมื่อยืนยันแล้วจะแจ้งในแชทนี้ค่ะ
utter_booking_moved =
    เลื่อนนัด { $reference } เรียบร้อยแล้วค่ะ: { $what }
    { $lines }
utter_booking =
    { $reference } ({ $state }): { $what }
    { $lines }
utter_bookings = { $count ->
    [0] ในแชทนี้คุณยังไม่มีนัดหมายที่จะถึงค่ะ
   *[other] คุณมีนัดหมายที่จะถึง { $count } รายการค่ะ
}
utter_booking_cancelled = ยกเลิกนัด { $reference } ({ $what }) เรียบร้อยแล้วค่ะ อยากนัดเรื่องอื่นอีกไหมคะ
utter_booking_kept = ได้ค่ะ นัดหมายของคุณยังอยู่เหมือนเดิมนะคะ
utter_booking_over = นัดหมายนี้ผ่านไปแล้วหรือถูกยกเลิกไปแล้ว จึงแก้ไขไม่ได้แล้วค่ะ
utter_booking_stopped = ได้ค่ะ หยุดไว้แค่นี้ ยังไม่ได้จองอะไรนะคะ
utter_change_stopped = ได้ค่ะ หยุดไว้แค่นี้ นัดหมายของคุณยังอยู่เหมือนเดิมนะคะ
utter_waiting = ลงชื่อรอคิวที่ { $outlet } { $day } ให้แล้วค่ะ คุณเป็นคิวที่ { $position } ถ้ามีคิวว่าง จะแจ้งในแชทนี้ให้คุณเลือกรับได้ค่ะ
utter_offer_declined = ได้ค่ะ จะให้คิวถัดไปแทน ส่วนชื่อของคุณยังอยู่ในรายชื่อรอคิวนะคะ
utter_offer_gone = ขออภัยค่ะ คิวว่างนี้หมดเวลารับแล้ว
state_requested = รอยืนยัน
state_confirmed = ยืนยันแล้ว
state_reminded = ยืนยันแล้ว
state_done = เสร็จแล้ว
state_no_show = ไม่ได้มาตามนัด
state_cancelled = ยกเลิกแล้ว

# --- buttons
button_named = { $name }
button_need_regular = เช็กระยะ
button_need_fault = รถมีปัญหา
button_stay_wait = รอรับรถ
button_stay_drop_off = ฝากรถไว้
button_dwelling_house = บ้าน
button_dwelling_condo = คอนโด
button_phase_single = 1 เฟส
button_phase_three = 3 เฟส
button_phase_unknown = ไม่ทราบ
button_book_yes = ตกลง ยืนยันเลย
button_book_change = ขอแก้ไข
button_stop_booking = หยุดไว้แค่นี้
button_change_time = เปลี่ยนเวลา
button_change_outlet = เปลี่ยนสาขา
button_change_car = เปลี่ยนรุ่นรถ
button_change_need = เรื่องที่เข้าศูนย์
button_change_plate = ทะเบียนรถ
button_change_address = ที่อยู่
button_change_name = ชื่อ
button_change_phone = เบอร์โทร
button_cancel_yes = ยกเลิกเลย
button_cancel_no = ไม่ยกเลิก
button_change = เลื่อนนัด
button_cancel_booking = ยกเลิกนัด
button_booking = { $reference }
button_wait_for = รอคิว{ $day }
button_calendar = เพิ่มลงปฏิทิน
