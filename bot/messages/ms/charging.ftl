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
charger_line = { $number }. { $name }, { $distance } dari situ: { $facts }
chargers_status_known = Jarak ialah jarak lurus. Kosong atau tidak adalah seperti yang dilaporkan pengendali; ia boleh berubah sebelum anda sampai.
chargers_status_unknown = Jarak ialah jarak lurus. Sama ada kosong sekarang tidak diketahui, kerana pengendali tidak memberitahu kami.
utter_chargers_none = Tiada pengecas dalam rekod saya { $where }. Rekod saya tidak lengkap, jadi mungkin ada: staf kami boleh bantu cari.
utter_chargers_others =
    Tiada pengecas dalam rekod { $where } yang sepadan dengan permintaan anda ({ $wish }). Ini yang lain dan terdekat:
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    Pengecas mana { $where } yang kosong sekarang, saya tidak tahu. Ini yang terdekat:
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = Tempat mengecas itu tiada dalam rekod saya, jadi saya tidak dapat pastikan sama ada ia kosong.
utter_charger_gone = Pengecas itu sudah tiada dalam rekod. Mahu saya cari yang lain?
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name } ({ $operator })
site_plugs = • Palam: { $plugs }
site_status = • Sekarang: { $status }
site_address = • Alamat: { $address }
site_always_open = • Buka siang dan malam
site_price = • Harga: { $price }
site_no_price = • Harga: tiada dalam rekod
site_access_membership = • Untuk ahli program pengendali
site_access_unknown = • Tiada rekod sama ada ia dibuka untuk semua orang
site_map = • Arah ke sana: { $link }
access_membership = untuk ahli
access_unknown = akses tiada dalam rekod
sites_source = Sumber: { $sources }.
sites_source_day = Sumber: { $sources }; disemak kali terakhir pada { $date }.
sites_source_dates = Sumber: { $sources }; disemak kali terakhir antara { $oldest } dan { $newest }.
status_unknown = kosong atau tidak, tidak diketahui kerana pengendali tidak memberitahu kami
status_live = { $free } daripada { $total } kosong (dilaporkan { $age })
status_old = { $free } daripada { $total } kosong semasa laporan terakhir, { $age }; sekarang tidak diketahui
status_broken = rosak (dilaporkan { $age })
age_seconds = { $value } saat lalu
age_minutes = { $value } minit lalu
age_hours = { $value } jam lalu
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind } (kuasa tiada dalam rekod)
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = palam DC lain
plug_other_ac = palam AC lain
current_dc = DC
current_ac = AC
power_from = dari { $power } ke atas
free_now = kosong sekarang
price_per_kwh = { $amount } setiap kWj
price_per_hour = { $amount } sejam
price_per_session = { $amount } setiap sesi
price_range_per_kwh = { $low }–{ $high } setiap kWj
price_published = { $price } (setakat { $date })
price_free = percuma (setakat { $date })
money_range = { $low }–{ $high }
hours_minutes = { $hours } jam { $minutes } minit

utter_charging_time =
    { $name }: dari { $low } ke { $high } mengambil masa kira-kira { $time } dengan { $charger }; itu kira-kira { $energy } ke dalam bateri. { $limited }
    Ia dikira daripada lengkung pengecasan kereta; cuaca panas, cuaca sejuk dan pengecas yang dikongsi menjadikannya lebih lama.
    { $source }
charging_limited = Kereta menerima paling banyak { $power }, jadi pengecas yang lebih kuat tidak lebih laju.
charging_not_limited = {""}
utter_charging_times =
    Dari { $low } ke { $high }, dikira daripada lengkung pengecasan; cuaca panas, cuaca sejuk dan pengecas yang dikongsi menjadikannya lebih lama.
    { $legend }
utter_charging_curve =
    { $name }, dari { $low } ke { $high }: kira-kira { $time }. Kuasa turun daripada { $most } kepada { $least } apabila bateri semakin penuh.
    { $source }
alt_charging_curve = Carta pengecasan { $name } dari { $low } ke { $high } dalam kira-kira { $time }: kuasa turun daripada { $most } kepada { $least }.
utter_charging_time_unknown = Lengkung pengecasan { $name } tiada dalam rekod saya, jadi saya tidak mahu meneka. Staf kami boleh dapatkan maklumatnya.
utter_charging_full = Pada { $percent }, tiada lagi yang perlu dicas hingga tahap yang anda sebut. Anda mahu cas dari berapa ke berapa peratus?
charger_dc = pengecas DC { $power }
charger_ac = AC { $power }
charger_strongest_dc = DC, selaju yang kereta mampu
charger_strongest_ac = AC, selaju yang kereta mampu
column_charger = Pengecas
column_time = Masa
caption_charging_time = Masa mengecas

utter_charging_cost_my =
    Kos mengecas di Malaysia:
    { $lines }
    Harga di rumah ialah tarif yang berkuat kuasa sejak { $date }, tanpa cukai dan yuran bulanan. Jadual ini untuk cas dari { $low } ke { $high }; di rumah, satu persepuluh hilang semasa mengecas.
    { $source }
utter_charging_cost_th =
    Kos mengecas di Thailand:
    { $lines }
    Harga di rumah adalah setakat { $date }, tanpa cukai dan yuran bulanan. Jadual ini untuk cas dari { $low } ke { $high }; di rumah, satu persepuluh hilang semasa mengecas.
    { $source }
utter_charging_cost_unknown = Tiada harga untuk negara anda dalam rekod saya. Staf kami boleh beritahu anda.
home_price_line = • { $plan }: { $price }
home_standard = Di rumah
home_tou_peak = Di rumah ikut masa guna, waktu puncak
home_tou_off_peak = Di rumah ikut masa guna, luar puncak
public_price_line = • Pengecas awam: { $price }, mengikut pengendali dan kuasa
public_price_unknown = • Pengecas awam: tiada dalam rekod
caption_charging_cost = Kos sekali cas
column_home = Di rumah
column_home_100km = 100 km, cas di rumah
column_public = Di luar
utter_network_price =
    { $network }, yang ada dalam rekod:
    { $lines }
    Harga boleh berubah; aplikasi pengendali menunjukkan harga hari ini.
    { $source }
network_price_line = • { $what }: { $price }
utter_network_price_unknown = Harga { $network } tiada dalam rekod saya. Aplikasinya menunjukkan harga sebelum anda mula mengecas.
period_peak = waktu puncak (Isnin–Jumaat 9 pagi–10 malam)
period_off_peak = luar puncak
price_any = semua pengecas

button_only_dc = DC sahaja
button_charger_number = Butiran nombor { $number }
button_charging_time = Berapa lama mengecas?
button_charging_chart = Tunjuk lengkung pengecasan
button_find_charger = Cari pengecas
button_find_network = Cari pengecas { $network }
