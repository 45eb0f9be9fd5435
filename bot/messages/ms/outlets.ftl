# Cawangan: di mana, bila buka, apa yang ditawarkan.

utter_outlets = { $lines }
utter_outlet_where = Anda di mana? Sebut nama bandar atau negeri, atau kongsi lokasi anda, dan saya carikan { $what } yang terdekat.
utter_outlets_none = Saya tiada rekod { $what } di { $country }. Staf kami boleh tolong carikan.
utter_outlet_hotline = Saya tiada rekod talian khidmat pelanggan atau e-mel. Staf kami boleh bantu anda di sini, dan saya boleh carikan bilik pameran atau pusat servis terdekat.

outlets_many = Ada { $count } { $what } dalam rekod di { $country }.
outlets_ask = Anda di bandar atau negeri mana? Anda juga boleh kongsi lokasi anda.

outlets_any = bilik pameran dan pusat servis
outlets_sales = bilik pameran
outlets_test_drive = bilik pameran yang ada pandu uji
outlets_service = pusat servis
outlets_body_repair = pusat baik pulih badan dan cat
outlets_home_charger = cawangan yang meninjau rumah untuk pengecas

outlets_head_near = Paling dekat dengan { $place } ({ $what }):
outlets_head_you = Paling dekat dengan anda ({ $what }):
outlets_head_in = Dalam rekod di { $place } ({ $what }):
outlets_head_country = Dalam rekod di { $country } ({ $what }):
outlets_head_these = Ini yang sepadan dengan nama yang anda sebut:
outlets_head_far = Tiada { $what } dalam rekod di { $place } atau berdekatan. Yang paling dekat ialah:
outlets_head_far_you = Tiada { $what } dalam rekod berdekatan anda. Yang paling dekat ialah:
outlets_more = Semuanya ada { $count }. Sebut nama bandar, dan saya beritahu yang mana paling dekat.
outlet_line_near = { $number }. { $name }, sejauh { $distance }: { $status }
outlet_line = { $number }. { $name }: { $status }
outlet_numbered = { $number }. { $name }
outlet_map = Peta: { $link }

outlet_kind_showroom = Bilik pameran
outlet_kind_service = Pusat servis
outlet_kind_both = Bilik pameran dan pusat servis
outlet_sample = Ini data contoh untuk menunjukkan cara saya bekerja: cawangan begini tidak wujud.
outlet_sample_th = Ini data contoh untuk menunjukkan cara saya bekerja: cawangan begini tidak wujud, dan tiada cawangan di Thailand dalam rekod.

outlet_is = • { $kind }
outlet_now = • Status: { $status }
outlet_hours = • Waktu operasi: { $hours }
outlet_closed_days = • Tutup tidak lama lagi: { $days }
outlet_on = • { $day }
outlet_address = • Alamat: { $address }
outlet_phone = • Telefon: { $phone }
outlet_no_phone = • Telefon: tiada dalam rekod
outlet_phone_of = { $name }: { $phone }
outlet_phone_unknown = nombor telefon tiada dalam rekod
outlet_services = • Perkhidmatan: { $services }
outlet_languages = • Bahasa di sana: { $languages }
outlet_map_line = • Peta: { $link }
outlet_source = Sumber: { $source }, { $date }.

outlet_status = { $now }, { $next }
outlet_open_until = buka sekarang hingga { $until }
outlet_open_again = buka sekarang hingga { $until }, dan buka semula { $again }
outlet_open_always = buka 24 jam
outlet_closed_now = tutup sekarang
outlet_closed_today = tutup hari ini
outlet_closed_holiday = tutup hari ini sempena { $holiday }
outlet_opens_today = buka hari ini pukul { $time }
outlet_opens_tomorrow = buka esok pukul { $time }
outlet_opens_on = buka { $when }
outlet_opens_unknown = masa buka semula tiada dalam rekod

outlet_range = { $opens }–{ $closes }
outlet_hours_of = { $days } { $hours }
outlet_hours_closed = tutup
outlet_hours_holiday = tutup sempena { $holiday }
outlet_hours_holiday_unsure = tutup sempena { $holiday }, tetapi tarikhnya belum muktamad
outlet_day = { $day }: { $hours }
outlet_off = { $day }
outlet_off_holiday = { $day }: { $holiday }
outlet_off_holiday_unsure = { $day }: { $holiday } (tarikh belum muktamad)

weekdays = { $first }–{ $last }
every_day = setiap hari
weekday_0 = Isnin
weekday_1 = Selasa
weekday_2 = Rabu
weekday_3 = Khamis
weekday_4 = Jumaat
weekday_5 = Sabtu
weekday_6 = Ahad

service_sales = jualan kereta
service_test_drive = pandu uji
service_service = servis
service_body_repair = badan dan cat
service_home_charger = tinjauan pengecas rumah
spoken_en = Inggeris
spoken_ms = Melayu
spoken_zh = Mandarin
spoken_th = Thai
country_my = Malaysia
country_th = Thailand

button_outlet_number = Maklumat no. { $number }
button_outlet_test_drive = Tempah pandu uji di sini
button_outlet_service = Tempah servis di sini
button_outlet_home_charger = Tinjauan pengecas rumah
button_place = { $place }
