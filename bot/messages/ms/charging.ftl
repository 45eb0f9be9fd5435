# Mengecas: di mana, kosong atau tidak, berapa lama, berapa harganya.

utter_charger_where = Anda mahu mengecas di mana? Sebut nama bandar, tempat atau jalan, atau kongsi lokasi anda.
utter_chargers =
    { $head }
    { $lines }
    { $status }
    { $source }
chargers_head = Pengecas terdekat { $where }:
chargers_head_wish = Pengecas terdekat { $where } ({ $wish }):
near_place = dengan { $place }
near_you = dengan anda
by_place = berdekatan { $place }
by_you = berdekatan anda
charger_line = { $number }. { $name }, sejauh { $distance }: { $facts }
along_road = di sepanjang { $road }
between_places = antara { $one } dengan { $other }
way_head = Pengecas { $where }:
way_head_wish = Pengecas { $where } ({ $wish }):
charger_line_way = { $number }. { $name }: { $facts }
way_status_known = Ada { $count } dalam rekod, mengikut urutan jalan. Kosong atau tidak adalah seperti yang dilaporkan pengendali, dan boleh berubah sebelum anda sampai.
way_status_unknown = Ada { $count } dalam rekod, mengikut urutan jalan. Sama ada kosong sekarang tidak diketahui, kerana pengendali tidak melaporkannya kepada kami.
chargers_status_known = Jarak dikira secara garis lurus. Maklumat kosong atau tidak adalah seperti yang dilaporkan pengendali dan boleh berubah sebelum anda sampai.
chargers_status_unknown = Jarak dikira secara garis lurus. Saya tidak tahu yang mana kosong sekarang, kerana pengendali tidak melaporkannya kepada kami.
utter_chargers_none = Saya tiada rekod pengecas { $where }. Rekod saya tidak lengkap, jadi mungkin ada; staf kami boleh tolong carikan.
utter_chargers_others =
    Saya tiada rekod pengecas { $where } yang menepati permintaan anda ({ $wish }). Yang lain, paling dekat:
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    Saya tidak tahu pengecas mana { $where } yang kosong sekarang. Ini yang paling dekat:
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = Saya tiada rekod tempat mengecas itu, jadi saya tidak tahu sama ada ia kosong atau berfungsi.
utter_charger_gone = Pengecas itu sudah tiada dalam rekod saya. Mahu saya carikan yang lain?
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name } ({ $operator })
site_plugs = • Palam: { $plugs }
site_status = • Sekarang: { $status }
site_address = • Alamat: { $address }
site_always_open = • Buka 24 jam
site_price = • Harga: { $price }
site_no_price = • Harga: tiada rekod
site_access_membership = • Untuk ahli pengendali sahaja
site_access_unknown = • Tidak pasti sama ada ia terbuka kepada semua orang
site_map = • Arah ke sana: { $link }
access_membership = untuk ahli sahaja
access_unknown = mungkin tidak terbuka kepada semua
sites_source = Sumber: { $sources }.
sites_source_day = Sumber: { $sources }; kali terakhir disemak pada { $date }.
sites_source_dates = Sumber: { $sources }; kali terakhir disemak antara { $oldest } dengan { $newest }.
status_unknown = tidak diketahui sama ada kosong, kerana pengendali tidak melaporkannya kepada kami
status_live = { $free } daripada { $total } kosong (dilaporkan { $age })
status_old = { $free } daripada { $total } kosong semasa laporan terakhir, { $age }; sekarang tidak diketahui
status_broken = rosak (dilaporkan { $age })
age_seconds = { $value } saat lalu
age_minutes = { $value } minit lalu
age_hours = { $value } jam lalu
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind } (tiada rekod kuasa)
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = palam DC lain
plug_other_ac = palam AC lain
current_dc = DC
current_ac = AC
power_from = { $power } ke atas
free_now = kosong sekarang
price_per_kwh = { $amount } setiap kWh
price_per_hour = { $amount } sejam
price_per_session = { $amount } setiap sesi
price_range_per_kwh = { $low }–{ $high } setiap kWh
price_published = { $price } (setakat { $date })
price_free = percuma (setakat { $date })
money_range = { $low }–{ $high }
hours_minutes = { $hours } jam { $minutes } minit

utter_charging_time =
    { $name }: mengecas dari { $low } hingga { $high } dengan { $charger } mengambil masa kira-kira { $time }, dengan kira-kira { $energy } masuk ke dalam bateri.{ $limited }
    Masa ini dikira daripada data pengecasan kereta; cuaca panas, cuaca sejuk atau pengecas yang dikongsi boleh melambatkannya.
    { $source }
charging_limited_dc = {" "}Kelajuannya ditentukan oleh kereta, jadi pengecas yang lebih kuat pun tidak lebih laju.
charging_limited_ac = {" "}Kereta ini menerima paling banyak { $power } AC, jadi pengecas yang lebih kuat pun tidak lebih laju.
charging_not_limited = {""}
utter_charging_times =
    Dari { $low } hingga { $high }, dikira daripada data pengecasan; cuaca panas, cuaca sejuk atau pengecas yang dikongsi boleh melambatkannya.
    { $legend }
utter_charging_curve =
    { $name }, dari { $low } hingga { $high }: kira-kira { $time }. Kuasa turun daripada { $most } kepada { $least } apabila bateri semakin penuh.
    { $source }
alt_charging_curve = Carta pengecasan { $name } dari { $low } hingga { $high } dalam kira-kira { $time }: kuasa turun daripada { $most } kepada { $least }.
utter_charging_time_unknown = Saya tiada data pengecasan { $name } yang diperlukan, jadi saya tidak mahu meneka. Staf kami boleh tolong semak.
utter_charging_full = Pada { $percent }, tiada apa lagi yang perlu dicas. Anda mahu mengecas dari berapa hingga berapa peratus?
charger_dc = pengecas DC { $power }
charger_ac = pengecas AC { $power }
charger_strongest_dc = pengecas DC paling laju
charger_strongest_ac = pengecas AC paling laju
column_charger = Pengecas
column_time = Masa
caption_charging_time = Masa mengecas

utter_charging_cost_my =
    Kos mengecas di Malaysia:
    { $lines }
    Harga di rumah ialah tarif yang berkuat kuasa sejak { $date }, tanpa cukai dan yuran bulanan. Jadual ini untuk cas dari { $low } hingga { $high }; kos di rumah mengambil kira satu persepuluh tenaga yang hilang semasa mengecas.
    { $source }
utter_charging_cost_th =
    Kos mengecas di Thailand:
    { $lines }
    Harga di rumah adalah setakat { $date }, tanpa cukai dan yuran bulanan. Jadual ini untuk cas dari { $low } hingga { $high } dengan kadar biasa di rumah; kos di rumah mengambil kira satu persepuluh tenaga yang hilang semasa mengecas.
    { $source }
utter_charging_cost_unknown = Saya tiada rekod harga untuk negara anda. Staf kami boleh memberikan maklumat lanjut.
home_price_line = • { $plan }: { $price }
home_standard = Di rumah
home_tou_peak = Di rumah, tarif ikut masa, waktu puncak
home_tou_off_peak = Di rumah, tarif ikut masa, luar waktu puncak
public_price_line = • Pengecas awam: { $price }, bergantung pada pengendali dan kuasa
public_price_unknown = • Pengecas awam: tiada rekod
caption_charging_cost = Kos sekali cas
column_home = Di rumah
column_home_100km = 100 km di rumah
column_public = Pengecas awam
utter_network_price =
    Harga { $network } dalam rekod saya:
    { $lines }
    Harga boleh berubah; aplikasi pengendali menunjukkan harga hari ini.
    { $source }
network_price_line = • { $what }: { $price }
utter_network_price_unknown = Saya tiada rekod harga { $network }. Aplikasinya menunjukkan harga sebelum anda mula mengecas.
period_peak = waktu puncak (Isnin–Jumaat 9 pagi–10 malam)
period_off_peak = luar waktu puncak
price_any = semua pengecas

button_only_dc = DC sahaja
button_charger_number = Butiran nombor { $number }
button_charging_time = Berapa lama masa mengecas?
button_charging_chart = Tunjuk lengkung pengecasan
button_find_charger = Cari pengecas
button_find_network = Cari pengecas { $network }
