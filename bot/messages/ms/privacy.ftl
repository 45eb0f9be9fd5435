# Apa yang disimpan tentang pelanggan. Jika notis diubah, beri versi baharu dalam knowledge/privacy/consents.py.

privacy_notice_bookings = Sebelum anda beri butiran anda: PRO-NET (Proton New Energy Technology Sdn Bhd), pengedar smart, dan cawangan pilihan anda menggunakannya untuk membuat tempahan ini, menghubungi anda tentangnya dan mengingatkan anda. Butiran itu disimpan dalam bentuk disulitkan. Nama, telefon, nombor plat dan alamat dipadam 6 bulan selepas temu janji, dan sembang ini 12 bulan selepas mesej terakhir anda. Anda bebas memilih sama ada mahu memberikannya, tetapi tempahan memerlukannya. Tulis “data saya” pada bila-bila masa untuk melihatnya, mendapatkan salinan, memadamnya atau menghentikan peringatan.
privacy_notice_messages = Saya hanya akan menulis dahulu kepada anda di sini tentang tempahan anda sendiri: peringatan, perubahan, dan masa yang kosong semasa anda menunggu. Tiada iklan. Tulis “data saya” untuk menghentikannya.

utter_privacy =
    Inilah yang saya simpan tentang anda dalam sembang ini, dalam bentuk disulitkan:
    { $kept }
    Semuanya digunakan hanya untuk menjawab anda dan untuk tempahan anda. Sembang dipadam { $talk } bulan selepas mesej terakhir anda, dan butiran peribadi tempahan { $booking } bulan selepas temu janji. Anda boleh mendapatkan salinan, meminta semuanya dipadam atau menghentikan peringatan. Untuk perkara yang tidak saya simpan sendiri, seperti data dalam kereta atau aplikasi, tanyalah staf kami.
privacy_kept_messages = • { NUMBER($count) } mesej sejak { $since }, dan apa yang saya ingat daripadanya
privacy_kept_bookings = • { NUMBER($count) } tempahan dengan butiran anda
privacy_kept_handovers = • { NUMBER($count) } permintaan untuk staf atau panggilan
privacy_kept_waiting = • { NUMBER($count) } tempat dalam senarai menunggu
privacy_kept_consent_bookings = • persetujuan anda pada notis tempahan, { $date }
privacy_kept_consent_messages = • persetujuan anda untuk peringatan, { $date }
privacy_kept_stop = • kehendak anda supaya tiada peringatan dihantar
privacy_going_upcoming = • { NUMBER($count) } tempahan anda yang akan datang dibatalkan

utter_privacy_export = Inilah semua yang saya simpan tentang anda. Pautan ini boleh digunakan selama 30 minit; sesiapa yang memilikinya boleh membuka data anda, jadi jangan berikan kepada orang lain.
link_export_json = Data anda, JSON untuk program
link_export_text = Data anda, teks untuk dibaca

utter_privacy_erase =
    Mahu saya padam semua yang saya simpan tentang anda? Ini tidak boleh dibatalkan:
    { $kept }
    Yang tinggal tiada nama anda: bahawa tempahan pernah dibuat atau dibatalkan, dan bila anda bersetuju dengan notis kami.
utter_privacy_erased = { $cancelled ->
        [0] Selesai: semua yang saya simpan tentang anda sudah dipadam.
       *[other] Selesai: semua yang saya simpan tentang anda sudah dipadam, dan tempahan anda yang akan datang dibatalkan.
    } Jika anda menulis lagi, kita mula semula dari awal.
utter_privacy_unchanged = Baik, tiada apa-apa yang dipadam. Ada perkara lain yang boleh saya bantu?
utter_privacy_stopped = Selesai: saya tidak akan menulis dahulu kepada anda lagi, termasuk peringatan. Tempahan anda kekal, dan saya tetap menjawab apabila anda menulis. Adakah orang lain yang menghubungi anda? Beritahu saya, dan staf kami boleh menyemaknya.
utter_privacy_started = Peringatan dihidupkan semula. { $notice }

button_privacy_export = Dapatkan salinan data saya
button_privacy_erase = Padam data saya
button_privacy_erase_confirmed = Ya, padam semuanya
button_privacy_keep = Tidak, simpan sahaja
button_privacy_stop = Hentikan peringatan
button_privacy_start = Hidupkan peringatan
