# Perjalanan: laluan, tempat berhenti, baki bateri.

utter_journey_where_to = Anda mahu pergi ke mana? Sebut nama bandar atau tempat.
utter_journey_where_from = Anda akan bertolak dari mana ke { $place }? Sebut nama bandar atau tempat, atau kongsi lokasi anda.
utter_journey_which_car = Anda akan memandu kereta yang mana?
utter_journey_charge = Berapa peratus bateri semasa anda bertolak?
utter_journey_direct =
    Dari { $origin } ke { $destination } dengan { $name }, bertolak dengan bateri { $start }: anda tidak perlu berhenti untuk mengecas.
    Jaraknya kira-kira { $km } dan mengambil masa kira-kira { $time }. Anda sampai dengan baki bateri kira-kira { $arrive }.
    { $rain }
    Laluan pada peta: { $link }
    { $source }
utter_journey_stops =
    Dari { $origin } ke { $destination } dengan { $name }, bertolak dengan bateri { $start }: kira-kira { $km } dan { $time }, termasuk masa mengecas.
    { $lines }
    Anda sampai dengan baki bateri kira-kira { $arrive }.
    { $rain } Saya tidak dapat menjanjikan pengecas itu kosong atau berfungsi apabila anda sampai.
    Laluan pada peta: { $link }
    { $source }
journey_stop = { $number }. { $name }, selepas { $km } ({ $power }): sampai dengan kira-kira { $arrive }, cas { $time } hingga { $leave }, { $cost }
journey_alternative = • Kalau penuh atau rosak: { $name }
journey_no_alternative = • Saya tiada rekod pengecas DC lain yang dekat.
journey_cost = kira-kira { $amount }
journey_cost_unknown = tiada rekod harga
journey_dry = Dikira untuk pemanduan santai dengan penyaman udara; kesesakan, kelajuan tinggi, hujan dan kawasan berbukit menggunakan lebih banyak bateri.
journey_rain = Dikira untuk pemanduan santai dalam hujan dengan penyaman udara; kesesakan, kelajuan tinggi dan kawasan berbukit menggunakan lebih banyak bateri.
power_unknown = tiada rekod kuasa
utter_journey_no_road = Saya tiada rekod jalan darat ke { $place }; mungkin ia di seberang laut. Staf kami boleh bantu anda merancang.
utter_journey_same = Tempat bertolak dan destinasi itu nampaknya sama. Anda mahu memandu dari mana ke mana?
utter_journey_low = Dengan bateri { $reserve } atau kurang, sila cas dahulu sebelum bertolak. Mahu saya carikan pengecas berdekatan { $place }?
utter_journey_no_charger =
    Dari { $origin } ke { $destination } dengan { $name }, bertolak dengan bateri { $start }: saya tidak dapat merancangnya dengan pengecas dalam rekod saya. Bateri tahan untuk kira-kira { $reach } sehingga tinggal { $reserve }, dan dalam jarak itu saya tiada rekod pengecas DC yang membolehkan anda sampai.
    Rekod saya tidak lengkap: sila semak aplikasi pengendali sebelum bertolak.
utter_journey_no_car = Saya tiada maklumat { $name } yang diperlukan untuk merancang, jadi saya tidak mahu meneka. Staf kami boleh bantu anda.
utter_journey_no_way = Saya tidak jumpa jalan darat dari { $origin } ke { $destination }. Staf kami boleh bantu anda merancang.
alt_journey = Gambar laluan dari { $origin } ke { $destination }, { $km } dengan { $stops } kali berhenti mengecas: bateri { $name } daripada { $start } semasa bertolak kepada { $arrive } semasa sampai.
your_position = lokasi anda
button_car = { $name }
button_percent = { $percent }
button_start_with = Bertolak dengan { $percent }
