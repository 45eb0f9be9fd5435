# Perbualan itu sendiri, dan perkataan yang dikongsi oleh semua fungsi.

utter_greet = Hai! Saya pembantu digital smart. Tanyalah saya tentang smart #1 dan #3: harga, jarak perjalanan, pengecasan, perjalanan atau perbandingan. Apa yang anda ingin tahu?
utter_goodbye = Jumpa lagi, dan terima kasih kerana singgah. Saya sentiasa di sini kalau anda perlukan apa-apa.
utter_thank = Sama-sama! Ada apa-apa lagi yang anda ingin tahu?
utter_identity = Saya pembantu digital untuk kereta smart di Malaysia dan Thailand – saya perisian, bukan manusia. Kalau anda lebih suka bercakap dengan staf kami, beritahu sahaja.
utter_smalltalk = Seronok berbual dengan anda! Saya baik-baik sahaja, dan saya paling pandai menjawab soalan tentang kereta smart. Apa yang anda ingin tahu?
utter_out_of_scope = Maaf, yang itu saya tidak dapat bantu. Saya boleh bantu tentang kereta smart: model, harga, spesifikasi, perbandingan, pengecasan dan perjalanan.
utter_help =
    Saya boleh bantu anda dengan:
    • model dan harga
    • jarak perjalanan, kuasa, saiz dan maklumat lain
    • membandingkan atau memilih model
    • mencari pengecas, masa dan kos mengecas, merancang perjalanan
    • syarikat, kemas kini perisian, bateri dan waranti
    • menghubungi staf kami
    Apa yang anda ingin tahu?
utter_language_changed = Baik, kita teruskan dalam Bahasa Melayu. Apa yang boleh saya bantu?
utter_language_which = Saya boleh berbahasa Inggeris, Melayu, Cina dan Thai. Anda mahu yang mana?
utter_affirm = Baik. Apa yang anda ingin tahu?
utter_deny = Tidak mengapa. Ada perkara lain yang boleh saya bantu?
utter_cancel = Baik, sudah saya hentikan. Apa yang anda mahu buat selepas ini?
utter_clarify = Saya kurang pasti maksud anda. Adakah anda maksudkan salah satu daripada ini?
utter_not_understood = Maaf, saya masih tidak faham. Boleh cuba tanya dengan cara lain, atau saya boleh minta staf kami membantu anda.
utter_soon = “{ $feature }” – yang ini sedang kami siapkan, jadi saya belum boleh menjawabnya sendiri. Staf kami boleh membantu anda. Mahu saya sambungkan?
utter_breakdown = Harap anda tidak apa-apa. Utamakan keselamatan: kalau boleh, berhenti di tempat yang selamat, pasang lampu kecemasan dan jauhkan diri daripada laluan kenderaan. Jika ada yang cedera atau dalam bahaya, hubungi nombor kecemasan tempatan sekarang juga. Mahu saya sambungkan anda dengan staf kami?
utter_complain = Maaf atas apa yang anda alami. Saya ingin minta staf kami menyemak perkara ini – mereka akan nampak semua yang anda tulis di sini. Mahu saya sambungkan?
utter_feedback = Terima kasih, maklum balas anda membantu kami menjadi lebih baik. Jika ada yang perlu dibetulkan, staf kami boleh menyemaknya.

utter_empty = Mesej yang saya terima itu kosong. Apa yang anda ingin tahu?
utter_too_long = Mesej itu terlalu panjang untuk saya ({ NUMBER($length) } aksara; saya boleh baca hingga { NUMBER($limit) }). Boleh hantar soalan utama anda dalam beberapa ayat sahaja?
utter_fault = Maaf, ada masalah di pihak saya dan saya tidak dapat menjawab sekarang. Mesej anda sudah disimpan. Sila cuba lagi sebentar nanti, atau minta untuk bercakap dengan staf kami.
utter_slow = Mesej anda sudah saya terima dan masih saya uruskan. Jawapannya akan menyusul.
utter_old_button = Butang itu daripada perbualan yang lebih awal dan sudah tidak boleh digunakan. Apa yang anda ingin tahu?

button_models = Model
button_prices = Harga
button_recommend = Bantu saya pilih
button_agent = Bercakap dengan staf
button_callback = Telefon saya semula
button_cancel = Batal
button_about = Tentang { $name }
button_price_of = Harga { $name }
button_compare = Bandingkan model
button_versus = { $left } atau { $right }
button_versus_best = Bandingkan kedua-duanya

language_en = English
language_ms = Bahasa Melayu
language_zh = 简体中文
language_th = ภาษาไทย

list_comma = {", "}
list_last = {" dan "}

date_day = { $day } { $month } { $year }
date_month = { $month } { $year }
date_year = { $year }
# A day with its weekday, and an hour: Unicode's date patterns (UTS 35), filled in by Babel.
moment_day = EEEE d MMM
moment_time = h:mm B
moment_hour = h B
moment_noon = 12 tengah hari
moment_midnight = 12 tengah malam
moment_day_year = { $day } { $year }
moment_day_time = { $day }, { $time }

# Maksud yang mungkin bagi sesuatu soalan: tajuk butang, dan nama fungsi yang sedang disiapkan.
meaning_ask_help = Anda boleh bantu apa?
meaning_ask_identity = Siapa anda?
meaning_smalltalk = Saja berbual
meaning_change_language = Tukar bahasa
meaning_ask_lineup = Model yang ada
meaning_ask_spec = Maklumat kereta
meaning_compare_models = Bandingkan model
meaning_recommend_model = Bantu saya pilih
meaning_ask_driver_assistance = Bantuan pemanduan
meaning_ask_connectivity = Aplikasi & infotainmen
meaning_ask_ota = Kemas kini perisian
meaning_ask_battery = Bateri
meaning_ask_warranty = Waranti
meaning_ask_sustainability = Kelestarian
meaning_ask_company = Tentang syarikat
meaning_ask_price = Harga
meaning_ask_financing = Pinjaman dan ansuran
meaning_ask_promotion = Tawaran dan promosi
meaning_ask_running_cost = Kos guna & cukai jalan
meaning_ask_delivery = Stok dan penghantaran
meaning_ask_trade_in = Tukar kereta lama
meaning_ask_buying_process = Cara membeli
meaning_find_charger = Cari pengecas
meaning_check_charger = Ada pengecas kosong?
meaning_ask_charging_time = Masa mengecas
meaning_ask_charging_cost = Kos mengecas
meaning_ask_home_charger = Pengecas di rumah
meaning_ask_charging_howto = Cara mengecas
meaning_plan_journey = Rancang perjalanan
meaning_ask_service = Servis kereta
meaning_report_breakdown = Rosak atau kemalangan
meaning_complain = Buat aduan
meaning_book_test_drive = Tempah pandu uji
meaning_book_service = Tempah servis
meaning_book_home_charger = Tinjauan pengecas rumah
meaning_check_booking = Tempahan saya
meaning_change_booking = Ubah tempahan
meaning_cancel_booking = Batalkan tempahan
meaning_find_outlet = Bilik pameran & servis
meaning_talk_to_agent = Bercakap dengan staf
meaning_request_callback = Minta ditelefon semula
meaning_ask_privacy = Data saya
meaning_give_feedback = Beri maklum balas
