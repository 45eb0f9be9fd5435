# Widget web: sapaan, label dan pemberitahuan.

widget_name = smart assistant
widget_subtitle = Pembantu automatik kereta smart
widget_subtitle_agent = Anda sedang berbual dengan pasukan kami
widget_open = Buka sembang dengan smart assistant
widget_close = Tutup sembang
widget_unread = Mesej baharu: { $count }
widget_language = Bahasa

widget_greeting = Hai! Saya smart assistant, pembantu automatik. Tanyalah saya tentang kereta smart, harga, jarak perjalanan dan pengecasan. Anda juga boleh bercakap dengan staf kami.
widget_suggestion_price = Berapakah harga smart #1?
widget_suggestion_compare = Bandingkan #1 dengan #3
widget_suggestion_charging = Berapa lama masa mengecas?
widget_suggestion_person = Bercakap dengan staf
widget_suggestions = Cadangan jawapan

widget_messages = Perbualan
widget_earlier = Tunjukkan mesej terdahulu
widget_you = Anda
widget_assistant = Pembantu
widget_agent = Pasukan kami
widget_typing = Pembantu sedang menulis
widget_new_message = Mesej baharu

widget_input = Mesej anda
widget_placeholder = Tulis mesej
widget_send = Hantar
widget_over_limit = Lebih { $count } aksara
widget_sending = Sedang dihantar
widget_waiting = Menunggu sambungan
widget_sent = Dihantar
widget_failed = Tidak dihantar
widget_retry = Cuba lagi

widget_location = Kongsi lokasi saya
widget_location_message = Ini lokasi saya
widget_location_finding = Mencari lokasi anda …
widget_location_denied = Pelayar anda tidak membenarkan halaman ini melihat lokasi anda. Anda boleh membenarkannya dalam tetapan pelayar, atau tulis nama tempat.
widget_location_failed = Lokasi anda tidak dapat dikesan. Sila tulis nama tempat.

widget_offline = Sambungan terputus. Mesej anda disimpan dan akan dihantar sebaik sahaja sambungan pulih.
widget_online = Sambungan sudah pulih
widget_new_session = Perbualan anda yang terdahulu tidak dapat diteruskan, jadi perbualan baharu bermula di sini.

widget_previous = Sebelumnya
widget_next = Seterusnya
widget_cards = Kad
widget_details = Butiran
widget_new_tab = dibuka dalam tab baharu

widget_error_too_long = Mesej ini terlalu panjang: hadnya 4,000 aksara. Sila pendekkan atau hantar dalam beberapa bahagian.
widget_error_empty = Mesej ini kosong. Sila tulis sesuatu dahulu.
widget_error_rate = Terlalu banyak mesej dalam masa yang singkat. Sila tunggu sebentar, kemudian cuba lagi.
widget_error_busy = Terlalu ramai yang sedang menghubungi kami sekarang. Sila cuba lagi sebentar nanti.
widget_error_version = Sembang ini telah dikemas kini. Sila muat semula halaman ini.
widget_error_bad_frame = Mesej ini tidak dapat dibaca. Sila muat semula halaman ini dan cuba lagi.
widget_error_fault = Ada masalah di pihak kami dan mesej ini tidak diterima. Sila cuba lagi.
