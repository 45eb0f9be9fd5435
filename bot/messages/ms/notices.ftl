# Apa yang pembantu beritahu tanpa ditanya: peringatan, perubahan oleh staf, masa yang kosong semula, kod; tempahan dalam kalendar.

notice_day_before =
    Peringatan mesra: { $what } anda akan berlangsung { $when }.
    { $lines }
    Rujukan: { $reference }
notice_hours_before =
    Jumpa sebentar lagi! Masa untuk { $what } anda ialah { $when }.
    { $lines }
    Rujukan: { $reference }
notice_moved =
    Kami telah mengubah masa { $what } anda kepada { $when }. Jika tidak sesuai, anda boleh menukarnya.
    { $lines }
    Rujukan: { $reference }
notice_confirmed =
    Sudah disahkan: { $what } anda, { $when }.
    { $lines }
    Rujukan: { $reference }
notice_cancelled = Tempahan { $reference } ({ $what }, { $when }) telah dibatalkan. { $because }
notice_because_outlet_closed = Maaf, kami tutup pada masa itu.
notice_because_car_unavailable = Maaf, kereta itu tidak tersedia pada masa itu.
notice_because_team_unavailable = Maaf, pasukan kami tiada pada masa itu.
notice_because_customer_asked = Ini seperti yang anda minta.
notice_because_unknown = Maaf atas kesulitan ini.
notice_offer = Berita baik: ada masa kosong untuk { $what } anda, { $when }, di { $outlet }. Saya simpankan untuk anda sehingga { $until }. Anda mahu masa ini?
notice_offer_home = Berita baik: ada masa kosong untuk { $what } anda, { $when }. Saya simpankan untuk anda sehingga { $until }. Anda mahu masa ini?
notice_code = Kod anda untuk tempahan { $reference } ialah { $code }, sah sehingga { $until }. Kod ini diminta dalam perbualan lain: jika bukan anda yang meminta, jangan berikan kepada sesiapa, kerana tanpanya tempahan anda tidak boleh diusik.

notice_when_today = hari ini, { $when }
notice_when_tomorrow = esok, { $when }
notice_what_drive = pandu uji { $car }
notice_what_test_drive = pandu uji
notice_what_service = temu janji servis
notice_what_home_charger = tinjauan pengecas rumah
notice_line_place = Tempat: { $outlet }, { $address }
notice_line_home = Pasukan kami akan datang ke alamat yang anda beri.
notice_line_licence = Sila bawa lesen memandu anda.
notice_line_requested = Masa ini masih perlu kami sahkan; saya akan beritahu anda.

notice_button_change = Tukar
notice_button_cancel = Batalkan tempahan
notice_button_accept = Ya, tempah
notice_button_decline = Tidak, terima kasih
notice_button_again = Tempah masa lain
notice_link_route = Arah ke sana

link_calendar_file = Tambah ke kalendar
link_calendar_google = Tambah ke Kalendar Google
calendar_summary = smart: { $what }
calendar_description = Rujukan { $reference }. Untuk menukar atau membatalkannya, hubungi pembantu smart.
