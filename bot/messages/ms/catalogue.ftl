# Kereta.

utter_lineup_my =
    Ini model smart dan kedudukannya di Malaysia:
    { $models }
utter_lineup_th =
    Saya tiada rekod bahawa smart sudah mula menjual kereta di Thailand, jadi saya tidak boleh menjanjikan mana-mana model di sana. Ini model-modelnya:
    { $models }
lineup_on_sale = • { $name }: { $variants } – { $when }
lineup_not_launched = • { $name }: tiada rekod pelancaran di sini
lineup_unknown = • { $name }: tidak pasti sama ada dijual di sini
launched_day = dijual sejak { $date }
launched_month = dijual sejak { $date }
launched_by = dijual sejak { $date } atau lebih awal

utter_price_one =
    { $name }: { $amount } ({ $basis }), harga senarai setakat { $date }.
    { $duty }
    { $source }
utter_price_unconfirmed =
    Untuk { $name }, saya cuma ada angka yang belum disahkan: { $amount }. Saya tidak menemui sumbernya, jadi janganlah bergantung pada angka ini. Staf kami boleh memberitahu anda harga hari ini.
    { $duty }
utter_prices =
    Ini harga terkini dalam rekod saya ({ $basis }).
    { $duty }
    { $legend }
utter_price_none_my = Buat masa ini saya tiada harga dalam rekod. Staf kami boleh memberitahu anda; mahu saya sambungkan?
utter_price_none_th = Saya tiada rekod harga untuk Thailand, dan tiada juga rekod pengedar atau talian khidmat di sana, jadi saya tidak mahu meneka. Kalau anda tinggalkan nombor telefon, staf kami boleh menghubungi anda semula.
utter_price_unknown = Saya tiada rekod harga untuk { $name }. Staf kami boleh memberikan maklumat lanjut.
utter_no_such_variant = Saya tiada rekod varian { $variant } bagi { $name }. Mahu saya tunjukkan varian yang ada?
duty_note = Duti import bagi kereta elektrik yang diimport sepenuhnya dikenakan semula mulai { $date }, jadi harga hari ini mungkin berbeza. Pengedar boleh mengesahkannya.
caption_prices = Harga dalam rekod
column_car = Kereta
column_price = Harga
column_as_of = Setakat
column_fact = Perkara

basis_otr_without_insurance = atas jalan, tanpa insurans
basis_list = tidak dinyatakan apa yang termasuk
basis_where_known = { $basis }, jika diketahui
basis_unknown = tidak pasti apa yang termasuk

utter_which_model = Anda ingin tahu tentang kereta yang mana?
utter_spec_one =
    { $name } – { $attribute }: { $value }{ $basis }.
    { $source }
utter_spec_table =
    { $name }: ini maklumat yang ada dalam rekod saya.
    { $legend }{ $note }
spec_line = • { $attribute }: { $value }
utter_spec_lines =
    { $name }:
    { $facts }
    { $legend }{ $note }
utter_lineup_one_my =
    Di Malaysia:
    { $models }
utter_lineup_one_th =
    Saya tiada rekod yang smart sudah mula dijual di Thailand. Secara umum:
    { $models }
utter_spec_unknown = Saya tiada maklumat yang boleh dipercayai tentang { $attribute } untuk { $name }, jadi saya tidak mahu meneka. Staf kami boleh tolong semak.
not_on_record = tiada rekod
only_variant = { $value } ({ $variant } sahaja)
marked = { $value }{ $mark }
legend = { $marks } Angka dari { $oldest } hingga { $newest }.
legend_day = { $marks } Setakat { $date }.
legend_none = Semua angka disahkan oleh sekurang-kurangnya dua sumber.
legend_reported = * daripada satu sumber sahaja.
legend_unconfirmed = † belum disahkan, jangan bergantung padanya.
legend_both = * daripada satu sumber sahaja; † belum disahkan, jangan bergantung padanya.
note_eu = {" "}Spesifikasi Eropah; kereta di Malaysia mungkin berbeza.
note_none = {""}
source_dated = { $source } ({ $date })
source_confirmed = Sumber: { $sources }.
source_reported = Sumber: { $sources }; satu sumber sahaja.
source_partly = Sumber: { $sources }; tidak semua angka ini ada sumber kedua.
source_unconfirmed = Sumber: { $sources }; belum disahkan.

utter_compare =
    Ini perbandingan antara { $left } dengan { $right }. { $verdict }
    { $legend }{ $note }
verdict_both = { $left } lebih baik dari segi { $left_best }; { $right } pula dari segi { $right_best }.
verdict_left = { $left } lebih baik dari segi { $left_best }.
verdict_right = { $right } lebih baik dari segi { $right_best }.
verdict_none = Kedua-duanya setara mengikut rekod saya.
caption_compare = { $left } / { $right }
utter_compare_which = Dua kereta mana yang anda mahu saya bandingkan?
utter_compare_brand = Saya tiada angka yang boleh dipercayai untuk { $brand }, jadi saya tidak mahu membandingkan secara teka-teka. Saya boleh tunjukkan maklumat kereta kami sendiri, atau staf kami boleh menasihati anda.
utter_compare_unknown = Saya tiada rekod yang membolehkan saya membandingkan { $left } dengan { $right } dari segi itu.

utter_recommend =
    Daripada apa yang anda beritahu, ini yang paling sesuai:
    { $cars }
    { $legend }
    { $duty }
utter_recommend_first =
    Anda boleh mula dengan yang ini:
    { $cars }
    { $legend }
    { $duty }
    Apa yang paling penting bagi anda?
utter_recommend_none = Saya tiada rekod kereta yang sedang dijual di negara anda, jadi saya tidak dapat mengesyorkan mana-mana dengan jujur. Staf kami boleh menasihati anda.
recommend_line = • { $name } ({ $price }): { $reasons }
recommend_line_caution = • { $name } ({ $price }): { $reasons } – ambil perhatian: { $cautions }
reason_roomy = ruang luas (jarak roda { $value })
reason_boot = ruang bagasi { $value }
reason_safety = { $value } dalam ujian pelanggaran
reason_range = jarak perjalanan { $value } (WLTP)
reason_fast_charging = boleh dicas sehingga { $value }
reason_compact = kompak (panjang { $value })
reason_price = harga sederhana
reason_within_budget = dalam bajet anda
reason_acceleration = 0–100 km/j dalam { $value }
reason_power = kuasa { $value }
reason_balanced = pilihan yang seimbang
caution_no_price = tiada harga dalam rekod
caution_price_unconfirmed = harga belum disahkan
caution_over_budget = melebihi bajet anda
caution_other_currency = harga dalam mata wang lain
need_family = Keluarga
need_long_distance = Perjalanan jauh
need_city = Bandar
need_performance = Prestasi
need_boot = Ruang bagasi

variant_pro = Pro
variant_pro_plus = Pro+
variant_premium = Premium
variant_brabus = BRABUS
