# Menyerahkan perbualan kepada staf.

utter_agent = Permintaan anda sudah saya sampaikan bersama perbualan kita, jadi anda tidak perlu ulang semula. Nombor rujukan anda ialah { $reference }. Saya tiada rekod waktu operasi, jadi saya tidak boleh berjanji bila anda akan dijawab. Sementara itu, anda boleh terus bertanya kepada saya, atau tinggalkan nombor telefon untuk dihubungi semula.
utter_ask_phone = Nombor mana yang boleh kami hubungi? Contohnya 012-345 6789, atau dengan kod negara.
utter_phone_invalid = Maaf, itu nampaknya bukan nombor telefon yang boleh saya gunakan. Nombor Malaysia contohnya 012-345 6789, nombor Thailand contohnya 081 234 5678; untuk negara lain, mulakan dengan + dan kod negara.
utter_callback = Baik, sudah dicatat: kami akan menelefon { $phone }. Nombor rujukan anda ialah { $reference }. Saya tiada rekod waktu operasi, jadi saya tidak boleh berjanji pukul berapa. Ada apa-apa lagi yang anda ingin tahu?
