# รถยนต์

utter_lineup_my =
    รุ่นรถ smart ในมาเลเซียมีดังนี้ค่ะ
    { $models }
utter_lineup_th =
    ไม่มีข้อมูลว่า smart เริ่มขายรถในประเทศไทยแล้ว จึงยืนยันไม่ได้ว่ามีรุ่นไหนขายในไทยค่ะ ส่วนรุ่นรถของ smart มีดังนี้
    { $models }
lineup_on_sale = • { $name }: { $variants } – { $when }
lineup_not_launched = • { $name }: ไม่มีข้อมูลว่าเปิดตัวแล้ว
lineup_unknown = • { $name }: ไม่มีข้อมูลว่ามีขายหรือไม่
launched_day = ขายตั้งแต่วันที่ { $date }
launched_month = ขายตั้งแต่เดือน{ $date }
launched_by = มีขายแล้ว ณ วันที่ { $date }

utter_price_one =
    { $name } ราคา { $amount } ({ $basis }) เป็นราคาตั้ง ณ วันที่ { $date } ค่ะ
    { $duty }
    { $source }
utter_price_unconfirmed =
    { $name } มีแต่ตัวเลขที่ยังไม่ยืนยัน คือ { $amount } ค่ะ หาที่มาไม่พบ จึงไม่อยากให้ยึดตัวเลขนี้ เจ้าหน้าที่แจ้งราคาวันนี้ให้คุณได้ค่ะ
    { $duty }
utter_prices =
    ราคาล่าสุดเท่าที่มีข้อมูลค่ะ ({ $basis })
    { $duty }
    { $legend }
utter_price_none_my = ตอนนี้ไม่มีข้อมูลราคาค่ะ แต่เจ้าหน้าที่ช่วยแจ้งให้ได้ ให้ส่งเรื่องต่อให้ไหมคะ
utter_price_none_th = ไม่มีข้อมูลราคาในประเทศไทยค่ะ ตัวแทนจำหน่ายและสายด่วนในไทยก็ไม่มีข้อมูลเช่นกัน จึงไม่อยากเดาให้คลาดเคลื่อน หากสะดวก ฝากเบอร์โทรไว้ให้เจ้าหน้าที่ติดต่อกลับได้นะคะ
utter_price_unknown = ไม่มีข้อมูลราคาของ { $name } ค่ะ สอบถามเพิ่มเติมจากเจ้าหน้าที่ได้นะคะ
utter_no_such_variant = ไม่มีข้อมูลว่า { $name } มีรุ่นย่อย { $variant } ค่ะ อยากดูรุ่นย่อยที่มีไหมคะ
duty_note = มาเลเซียกลับมาเก็บภาษีนำเข้ารถไฟฟ้าที่นำเข้าทั้งคันตั้งแต่วันที่ { $date } ราคาวันนี้จึงอาจต่างไป สอบถามตัวแทนจำหน่ายเพื่อยืนยันได้ค่ะ
caption_prices = ราคาที่มีข้อมูล
column_car = รุ่น
column_price = ราคา
column_as_of = ณ วันที่
column_fact = รายการ

basis_otr_without_insurance = ราคารวมค่าจดทะเบียน ไม่รวมประกันภัย
basis_list = ไม่ได้ระบุว่ารวมอะไรบ้าง
basis_where_known = { $basis } เท่าที่ทราบ
basis_unknown = ไม่ทราบว่ารวมอะไรบ้าง

utter_which_model = อยากทราบข้อมูลของรุ่นไหนคะ
utter_spec_one =
    ข้อมูลของ { $name } ค่ะ
    { $attribute }: { $value }{ $basis }
    { $source }
utter_spec_table =
    ข้อมูลของ { $name } เท่าที่มีค่ะ
    { $legend }{ $note }
spec_line = • { $attribute }: { $value }
utter_spec_lines =
    { $name }
    { $facts }
    { $legend }{ $note }
utter_lineup_one_my =
    สถานะในมาเลเซียค่ะ
    { $models }
utter_lineup_one_th =
    ยังไม่มีข้อมูลว่า smart เริ่มขายรถในประเทศไทยแล้วค่ะ สถานะของรุ่นนี้คือ
    { $models }
utter_spec_unknown = สำหรับ { $name } ไม่มีข้อมูลที่เชื่อถือได้เรื่อง{ $attribute } จึงไม่อยากเดาค่ะ ให้เจ้าหน้าที่ช่วยหาข้อมูลให้ได้นะคะ
not_on_record = ไม่มีข้อมูล
only_variant = { $value } (เฉพาะ { $variant })
marked = { $value }{ $mark }
legend = { $marks } (ข้อมูลวันที่ { $oldest } ถึง { $newest })
legend_day = { $marks } (ข้อมูล ณ วันที่ { $date })
legend_none = ตัวเลขทั้งหมดมีแหล่งข้อมูลยืนยันอย่างน้อยสองแหล่ง
legend_reported = * มาจากแหล่งเดียว
legend_unconfirmed = † ยังไม่ยืนยัน โปรดอย่ายึดตัวเลขนี้
legend_both = * มาจากแหล่งเดียว, † ยังไม่ยืนยัน โปรดอย่ายึดตัวเลขนี้
note_eu = {" "}ตัวเลขของยุโรป รถในมาเลเซียอาจต่างไป
note_none = {""}
source_dated = { $source } ({ $date })
source_confirmed = ที่มา: { $sources }
source_reported = ที่มา: { $sources } มีแหล่งเดียว
source_partly = ที่มา: { $sources } บางตัวเลขมีแหล่งเดียว
source_unconfirmed = ที่มา: { $sources } ยังไม่ยืนยัน

utter_compare =
    เทียบ { $left } กับ { $right } ให้แล้วค่ะ { $verdict }
    { $legend }{ $note }
verdict_both = { $left } เด่นกว่าเรื่อง{ $left_best } ส่วน { $right } เด่นกว่าเรื่อง{ $right_best }
verdict_left = { $left } เด่นกว่าเรื่อง{ $left_best }
verdict_right = { $right } เด่นกว่าเรื่อง{ $right_best }
verdict_none = จากข้อมูลที่มี สองรุ่นนี้พอ ๆ กัน
caption_compare = { $left } / { $right }
utter_compare_which = อยากให้เทียบรุ่นไหนกับรุ่นไหนคะ
utter_compare_brand = ไม่มีข้อมูลที่เชื่อถือได้ของ { $brand } จึงไม่อยากเทียบแบบเดา ๆ ค่ะ แต่ดูข้อมูลรถ smart ให้ได้ หรือจะปรึกษาเจ้าหน้าที่ก็ได้นะคะ
utter_compare_unknown = เรื่องนี้ไม่มีข้อมูลพอจะเทียบ { $left } กับ { $right } ค่ะ

utter_recommend =
    จากที่คุณบอกมา รุ่นที่น่าจะเหมาะที่สุดคือ
    { $cars }
    { $legend }
    { $duty }
utter_recommend_first =
    ลองเริ่มดูจากรุ่นเหล่านี้ก่อนได้ค่ะ
    { $cars }
    { $legend }
    { $duty }
    คุณให้ความสำคัญกับเรื่องไหนที่สุดคะ
utter_recommend_none = ไม่มีข้อมูลว่ามีรุ่นไหนขายอยู่ในประเทศของคุณ จึงยังแนะนำอย่างตรงไปตรงมาไม่ได้ค่ะ ปรึกษาเจ้าหน้าที่ได้นะคะ
recommend_line = • { $name } ({ $price }): { $reasons }
recommend_line_caution = • { $name } ({ $price }): { $reasons } – ข้อควรทราบ: { $cautions }
reason_roomy = ห้องโดยสารกว้าง (ฐานล้อ { $value })
reason_boot = ความจุท้ายรถ { $value }
reason_safety = ทดสอบการชนได้ { $value }
reason_range = วิ่งได้ { $value } (WLTP)
reason_fast_charging = ชาร์จเร็ว (สูงสุด { $value })
reason_compact = คันกะทัดรัด (ยาว { $value })
reason_price = ราคาปานกลาง
reason_within_budget = อยู่ในงบ
reason_acceleration = เร่ง 0–100 กม./ชม. ใน { $value }
reason_power = กำลัง { $value }
reason_balanced = สมดุลรอบด้าน
caution_no_price = ไม่มีข้อมูลราคา
caution_price_unconfirmed = ราคายังไม่ยืนยัน
caution_over_budget = เกินงบของคุณ
caution_other_currency = ราคาเป็นสกุลเงินอื่น
need_family = ใช้กับครอบครัว
need_long_distance = เดินทางไกล
need_city = ขับในเมือง
need_performance = สมรรถนะ
need_boot = พื้นที่ท้ายรถ

variant_pro = Pro
variant_pro_plus = Pro+
variant_premium = Premium
variant_brabus = BRABUS
