# Perjalanan: laluan, tempat berhenti, baki bateri.

utter_journey_where_to = Anda mahu pergi ke mana? Sebut nama bandar atau tempat.
utter_journey_where_from = Anda akan bertolak dari mana untuk ke { $place }? Sebut nama bandar atau tempat, atau kongsi lokasi anda.
utter_journey_which_car = Anda akan memandu kereta yang mana?
utter_journey_charge = Berapa peratus bateri semasa anda bertolak?
utter_journey_direct =
    { $origin } ke { $destination } dengan { $name }, bertolak pada { $start }: anda tidak perlu berhenti mengecas.
    Jaraknya kira-kira { $km } dan mengambil masa kira-kira { $time }. Anda sampai dengan baki kira-kira { $arrive }.
    { $rain }
    Laluan pada peta: { $link }
    { $source }
utter_journey_stops =
    { $origin } ke { $destination } dengan { $name }, bertolak pada { $start }: kira-kira { $km } dan { $time } termasuk mengecas.
    { $lines }
    Anda sampai dengan baki kira-kira { $arrive }.
    { $rain } Saya tidak dapat menjanjikan pengecas itu kosong atau berfungsi apabila anda sampai.
    Laluan pada peta: { $link }
    { $source }
journey_stop = { $number }. { $name }, selepas { $km } ({ $power }): sampai dengan kira-kira { $arrive }, cas { $time } hingga { $leave }, kira-kira { $cost }
journey_alternative = • Pilihan lain jika perlu: { $name }
journey_no_alternative = • Tiada pengecas DC lain yang dekat dalam rekod.
journey_cost_unknown = harga tiada dalam rekod
journey_dry = Dikira untuk pemanduan tenang dengan penyaman udara; kesesakan, kelajuan tinggi, hujan dan kawasan berbukit menggunakan lebih banyak kuasa.
journey_rain = Dikira untuk pemanduan tenang dalam hujan dengan penyaman udara; kesesakan, kelajuan tinggi dan kawasan berbukit menggunakan lebih banyak kuasa.
power_unknown = kuasa tiada dalam rekod
utter_journey_no_road = Tiada jalan ke { $place } dalam rekod saya, mungkin kerana ia di seberang laut. Staf kami boleh bantu anda merancang.
utter_journey_same = Kedua-dua tempat itu sama bagi saya. Anda mahu memandu dari mana ke mana?
utter_journey_low = Dengan bateri tidak lebih daripada { $reserve }, lebih baik jangan bertolak: sila cas dahulu. Mahu saya cari pengecas berdekatan anda?
utter_journey_no_charger =
    { $origin } ke { $destination } dengan { $name }, bertolak pada { $start }: saya tidak dapat merancangnya dengan pengecas yang ada dalam rekod. Bateri tahan untuk kira-kira { $reach } hingga tinggal { $reserve }, dan tiada pengecas DC dalam jarak itu yang membolehkan anda sampai.
    Rekod saya tidak lengkap: sila semak aplikasi pengendali sebelum bertolak, atau mulakan dengan bateri yang lebih penuh.
utter_journey_no_car = Maklumat { $name } yang diperlukan untuk merancang tiada dalam rekod saya, jadi saya tidak mahu meneka. Staf kami boleh bantu anda.
utter_journey_no_way = Saya tidak jumpa jalan dari { $origin } ke { $destination }. Staf kami boleh bantu anda merancang.
alt_journey = Gambar laluan dari { $origin } ke { $destination }, { $km } dengan { $stops } kali berhenti mengecas: bateri { $name } daripada { $start } semasa bertolak kepada { $arrive } semasa sampai.
your_position = lokasi anda
button_car = { $name }
button_percent = { $percent }
button_start_with = Mula dengan { $percent }
