# Booking, looking up, moving and cancelling: test drives, services, home charger surveys.

# --- questions
utter_ask_booking_car = Anda mahu pandu uji model yang mana?
utter_ask_booking_outlet = Anda mahu datang ke mana? Sebut nama bandar atau kongsi lokasi anda, atau pilih satu:
utter_ask_booking_time = Bila yang sesuai untuk anda? Ini slot yang masih kosong, atau beritahu saya hari dan masa lain:
utter_ask_booking_time_at = Bila anda mahu datang ke { $outlet }? Ini slot yang masih kosong, atau beritahu saya hari dan masa lain:
utter_ask_booking_time_of_day = Slot yang masih kosong pada { $day }:
utter_ask_booking_need = Servis ini untuk apa? Servis berkala, atau ada masalah dengan kereta? Anda boleh terangkan dalam satu ayat dan sertakan bacaan odometer.
utter_need_words = Apa masalah yang anda perasan? Satu dua ayat sudah cukup.
utter_ask_booking_stay = Anda mahu tunggu di pusat servis, atau tinggalkan kereta?
utter_ask_booking_plate = Apakah nombor plat kereta itu?
utter_ask_booking_address = Apakah alamat rumah itu? Sila sertakan nombor, jalan dan bandar.
utter_ask_booking_dwelling = Rumah bertanah atau kondominium?
utter_ask_booking_phase = Bekalan elektriknya satu fasa atau tiga fasa? Kalau tidak pasti, tidak mengapa: pasukan kami akan semak.
utter_ask_booking_name = Tempahan ini atas nama siapa?
utter_ask_booking_phone = Apakah nombor telefon yang boleh kami hubungi? Contohnya 012-345 6789.
utter_ask_which_check = Tempahan mana yang anda maksudkan?
utter_ask_which_change = Tempahan mana yang anda mahu ubah?
utter_ask_which_cancel = Tempahan mana yang anda mahu batalkan?
utter_ask_booking_reference = Saya tidak nampak sebarang tempahan dalam perbualan ini. Kalau anda menempah di tempat lain, apakah nombor rujukannya? Contohnya TD-7F3K2Q.
utter_ask_access_phone = Nombor telefon mana yang diberikan untuk tempahan itu?
utter_ask_booking_code = Kalau nombor rujukan dan nombor telefon itu sepadan, kod enam digit sudah dihantar ke perbualan tempat tempahan itu dibuat. Apakah kodnya? Kod itu sah selama sepuluh minit.
utter_ask_booking_code_again = Sila taip enam digit itu sekali lagi, atau berhenti di sini.

notice_title = Notis privasi

# --- what a message could not be taken as
utter_booking_help = Maaf, saya kurang faham.
utter_car_not_driven = Buat masa ini tiada { $car } untuk pandu uji. Anda boleh pandu uji { $cars }.
utter_variant_not_driven = Tiada { $car } untuk pandu uji, jadi saya carikan mana-mana { $model }.
utter_no_demo_cars = Buat masa ini saya tiada rekod kereta pandu uji. Staf kami boleh bantu anda.
utter_no_outlet = Maaf, saya tiada rekod cawangan yang sesuai berdekatan { $place }.
utter_outlet_taken = Cawangannya ialah { $outlet }: { $address }
utter_outlet_far = Untuk ini, tiada cawangan berdekatan { $place }. Yang paling dekat ialah { $outlet }, kira-kira { $distance } dari situ.
utter_no_survey_team = Maaf, pasukan tinjauan kami belum sampai ke kawasan itu. Anda boleh beri alamat lain, atau staf kami boleh bantu anda.
utter_address_where = Saya tidak jumpa nama bandar dalam alamat itu. Boleh sertakan sekali?
utter_address_street = Terima kasih. Saya perlukan nama jalan dan nombor rumah juga.
utter_name_invalid = Itu nampaknya bukan nama.
utter_booking_phone_invalid = Itu nampaknya bukan nombor telefon Malaysia atau Thailand yang sah. Contohnya 012-345 6789 atau 081 234 5678.
utter_plate_invalid = Itu nampaknya bukan nombor plat. Contohnya VAB 1234 atau 1กข 1234.
utter_reference_invalid = Itu nampaknya bukan nombor rujukan tempahan. Contohnya TD-7F3K2Q.
utter_code_wrong = Kod itu tidak betul, atau sudah tamat tempoh.
utter_code_limited = Sudah terlalu banyak percubaan. Sila cuba lagi selepas { $wait }, atau minta untuk bercakap dengan staf kami.
utter_licence_needed = Pandu uji memerlukan lesen memandu yang sah. Orang lain yang ada lesen boleh memandu, dan anda boleh ikut sekali. Tempahan dibuat atas nama orang yang memandu.

# --- times that are not to be had
utter_time_past = Masa itu sudah lepas.
utter_time_nonsense = Maaf, hari atau masa itu nampaknya tidak betul.
utter_time_closed_day = Maaf, kami tutup pada { $day }.
utter_time_holiday = Maaf, kami tutup pada { $day } sempena { $holiday }.
utter_time_outside_hours = Pada { $day }, waktu operasi ialah { $hours }.
utter_time_too_soon = Maaf, masanya terlalu suntuk: paling awal ialah { $earliest }.
utter_time_too_far = Tarikh itu terlalu jauh ke hadapan: tempahan dibuka hingga { $last } sahaja.
utter_time_full = Maaf, slot { $time } sudah ditempah.
utter_time_full_day = Maaf, semua slot pada { $day } sudah ditempah.
utter_time_between_slots = Tiada slot yang bermula pada { $time }.
utter_time_elsewhere = Di situ tiada { $car }. Ada di: { $outlets }.
utter_time_nowhere = Buat masa ini tiada { $car } dalam rekod saya.
utter_take_your_time = Baik, ambil masa anda. Saya tunggu di sini.
utter_lookup_stopped = Baik, sudah saya hentikan.
utter_time_not_then = Maaf, tiada slot kosong pada masa itu pada { $day }.
utter_time_none_earlier = Maaf, tiada slot yang lebih awal pada hari-hari sebelumnya.
utter_time_none_later = Maaf, tiada slot yang lebih lewat pada hari-hari selepasnya.
utter_time_same = Itu memang masa tempahan anda sekarang.
utter_time_ruled_out = Baik, bukan waktu itu.
utter_no_times = Saya tidak nampak slot kosong dalam dua minggu akan datang. Staf kami boleh bantu anda.
utter_just_taken = Maaf, slot itu baru sahaja diambil orang lain. Belum ada apa-apa yang ditempah.
opening_stretch = { $start } hingga { $end }
utter_change_keeps = Hanya masa dan tempat boleh ditukar. Untuk kereta, nama atau nombor lain, batalkan tempahan ini dan buat yang baharu, atau minta bantuan staf kami.

# --- questions about the appointment itself
utter_booking_length = Masa yang diperuntukkan ialah { $length }.
utter_booking_length_unknown = Itu bergantung pada tempatnya. Saya boleh beritahu selepas anda memilih tempat.
utter_booking_cost = Tiada bayaran dibuat dalam perbualan ini, dan saya tiada rekod harga untuk { $kind }. Kalau ragu, staf kami boleh semak.
utter_bring_licence = Sila bawa lesen memandu anda yang sah. Selain itu, tiada apa-apa dalam rekod saya.
utter_bring_nothing = Tiada apa-apa dalam rekod saya yang perlu anda bawa.
utter_booking_company = Saya tiada rekod peraturan tentang membawa orang lain bersama. Staf kami boleh semak.

# --- the summary
utter_confirm_test_drive =
    Sila semak:
    { $lines }
    Dengan menjawab ya, anda mengesahkan bahawa pemandu mempunyai lesen memandu yang sah. Mahu saya buat tempahan ini?
utter_confirm_service =
    Sila semak:
    { $lines }
    Mahu saya buat tempahan ini?
utter_confirm_home_charger =
    Sila semak:
    { $lines }
    Mahu saya buat tempahan ini?
utter_confirm_wait =
    Sila semak:
    { $lines }
    Mahu saya masukkan nama anda ke dalam senarai menunggu untuk hari itu? Kalau ada slot kosong, saya akan tawarkan kepada anda di sini.
utter_confirm_move = Mahu saya tukar tempahan { $reference } daripada { $old } kepada { $new }?
utter_confirm_move_outlet = Mahu saya tukar tempahan { $reference } daripada { $old } kepada { $new } di { $outlet }?
utter_confirm_cancel = Mahu saya batalkan tempahan { $reference } pada { $time }: { $what }?
utter_what_to_change = Apa yang anda mahu ubah?
line_what = • { $what }
line_when = • { $time }
line_where = • { $outlet }, { $address }
line_map = • Peta: { $link }
line_address = • Alamat: { $address }
line_need = • Tujuan: { $need }
line_odometer = • Odometer: { $km }
line_stay = • { $value }
line_dwelling = • Kediaman: { $value }
line_phase = • Bekalan elektrik: { $value }
line_plate = • Nombor plat: { $plate }
line_name = • Nama: { $name }, { $phone }
line_bring_licence = • Sila bawa lesen memandu anda.
line_sample = • Ini cawangan contoh untuk demonstrasi: tiada temu janji sebenar dibuat.
what_test_drive = Pandu uji { $car }
what_service = Temu janji servis
what_home_charger = Tinjauan pengecas rumah
kind_test_drive = pandu uji
kind_service = servis
kind_home_charger = tinjauan pengecas rumah
need_regular = servis berkala
need_repair = pembaikan
stay_wait = Anda tunggu di pusat servis
stay_drop_off = Anda tinggalkan kereta
dwelling_house = rumah bertanah
dwelling_condo = kondominium
phase_single = satu fasa
phase_three = tiga fasa
phase_unknown = fasa belum diketahui

# --- done
utter_booked =
    Tempahan berjaya! Nombor rujukan anda ialah { $reference }: { $what }
    { $lines }
utter_requested =
    Permintaan anda { $reference } sudah diterima: { $what }
    { $lines }
    Slot itu disimpan untuk anda; pihak cawangan masih perlu mengesahkannya, dan saya akan maklumkan di sini sebaik sahaja disahkan.
utter_booking_moved =
    Siap: tempahan { $reference } sudah ditukar. { $what }
    { $lines }
utter_booking =
    { $reference } ({ $state }): { $what }
    { $lines }
utter_bookings = { $count ->
    [0] Anda tiada tempahan akan datang di sini.
   *[other] Anda ada { $count } tempahan akan datang:
}
utter_booking_cancelled = Tempahan { $reference } sudah dibatalkan: { $what }. Slot itu kini dibuka semula untuk orang lain. Ada apa-apa lagi yang anda mahu tempah?
utter_booking_kept = Baik, tempahan anda tidak berubah.
utter_booking_over = Tempahan itu sudah selesai atau dibatalkan, jadi tidak boleh diubah lagi.
utter_booking_stopped = Baik, sudah saya hentikan. Tiada apa-apa yang ditempah.
utter_change_stopped = Baik, sudah saya hentikan. Tempahan anda tidak berubah.
utter_waiting = Anda sudah dalam senarai menunggu di { $outlet } untuk { $day }, giliran nombor { $position }. Kalau ada slot kosong, saya akan tawarkan kepada anda di sini.
utter_offer_declined = Baik, saya akan tawarkan kepada orang seterusnya. Anda kekal dalam senarai menunggu.
utter_offer_gone = Maaf, tempoh tawaran itu sudah tamat.
state_requested = menunggu pengesahan
state_confirmed = disahkan
state_reminded = disahkan
state_done = selesai
state_no_show = tidak hadir
state_cancelled = dibatalkan

# --- buttons
button_named = { $name }
button_need_regular = Servis berkala
button_need_fault = Ada masalah
button_stay_wait = Saya tunggu
button_stay_drop_off = Saya tinggalkan kereta
button_dwelling_house = Rumah bertanah
button_dwelling_condo = Kondominium
button_phase_single = Satu fasa
button_phase_three = Tiga fasa
button_phase_unknown = Tidak pasti
button_book_yes = Ya, teruskan
button_book_change = Ubah sesuatu
button_stop_booking = Tidak jadi
button_change_time = Masa lain
button_change_outlet = Tempat lain
button_change_car = Kereta lain
button_change_need = Tujuan servis
button_change_plate = Nombor plat
button_change_address = Alamat
button_change_name = Nama
button_change_phone = Nombor telefon
button_cancel_yes = Ya, batalkan
button_cancel_no = Tidak, kekalkan
button_change = Tukar masa atau tempat
button_cancel_booking = Batalkan tempahan
button_booking = { $reference }
button_wait_for = Senarai menunggu, { $day }
button_calendar = Tambah pada kalendar
