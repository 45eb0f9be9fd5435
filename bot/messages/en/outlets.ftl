# Outlets: where they are, when they are open, what they offer.

utter_outlets = { $lines }
utter_outlet_where = Where are you? Name a town or a state, or share your position, and I'll find the nearest { $what }.
utter_outlets_none = I have no { $what } on record in { $country }. One of our people can look further.
utter_outlet_hotline = I have no customer hotline or e-mail address on record. One of our people can help you here, and I can find you the nearest showroom or service centre.

outlets_many = There are { $count } { $what } on record in { $country }.
outlets_ask = Which town or state are you in? You can also share your position.

outlets_any = showrooms and service centres
outlets_sales = showrooms
outlets_test_drive = showrooms with test drives
outlets_service = service centres
outlets_body_repair = body and paint workshops
outlets_home_charger = outlets that survey homes for a charger

outlets_head_near = The nearest { $what } to { $place }:
outlets_head_you = The nearest { $what } to you:
outlets_head_in = On record in { $place } ({ $what }):
outlets_head_country = On record in { $country } ({ $what }):
outlets_head_these = These fit what you named:
outlets_head_far = There are no { $what } on record in or near { $place }. The nearest are:
outlets_head_far_you = There are no { $what } on record near you. The nearest are:
outlets_more = There are { $count } in all. Name a town, and I'll tell you which are nearest.
outlet_line_near = { $number }. { $name }, { $distance } away: { $status }
outlet_line = { $number }. { $name }: { $status }
outlet_numbered = { $number }. { $name }
outlet_map = Map: { $link }

outlet_kind_showroom = Showroom
outlet_kind_service = Service centre
outlet_kind_both = Showroom and service centre
outlet_sample = This is sample data that shows how I work: no such outlet exists.
outlet_sample_th = This is sample data that shows how I work: no such outlet exists, and none in Thailand is on record.

outlet_is = • { $kind }
outlet_now = • Status: { $status }
outlet_hours = • Opening hours: { $hours }
outlet_closed_days = • Coming days off: { $days }
outlet_on = • { $day }
outlet_address = • Address: { $address }
outlet_phone = • Phone: { $phone }
outlet_no_phone = • Phone: not on record
outlet_phone_of = { $name }: { $phone }
outlet_phone_unknown = phone not on record
outlet_services = • Services: { $services }
outlet_languages = • Spoken there: { $languages }
outlet_map_line = • Map: { $link }
outlet_source = Source: { $source }, { $date }.

outlet_status = { $now }, { $next }
outlet_open_until = open now until { $until }
outlet_open_again = open now until { $until }, and again from { $again }
outlet_open_always = open round the clock
outlet_closed_now = closed now
outlet_closed_today = closed today
outlet_closed_holiday = closed today for { $holiday }
outlet_opens_today = opens today at { $time }
outlet_opens_tomorrow = opens tomorrow at { $time }
outlet_opens_on = opens { $when }
outlet_opens_unknown = when it opens again isn't on record

outlet_range = { $opens }–{ $closes }
outlet_hours_of = { $days } { $hours }
outlet_hours_closed = closed
outlet_hours_holiday = closed for { $holiday }
outlet_hours_holiday_unsure = closed for { $holiday }, though the date isn't final
outlet_day = { $day }: { $hours }
outlet_off = { $day }
outlet_off_holiday = { $day }: { $holiday }
outlet_off_holiday_unsure = { $day }: { $holiday } (the date isn't final)

weekdays = { $first }–{ $last }
every_day = daily
weekday_0 = Mon
weekday_1 = Tue
weekday_2 = Wed
weekday_3 = Thu
weekday_4 = Fri
weekday_5 = Sat
weekday_6 = Sun

service_sales = car sales
service_test_drive = test drives
service_service = servicing
service_body_repair = body and paint
service_home_charger = home charger surveys
spoken_en = English
spoken_ms = Malay
spoken_zh = Mandarin
spoken_th = Thai
country_my = Malaysia
country_th = Thailand

button_outlet_number = More about no. { $number }
button_outlet_test_drive = Book a test drive here
button_outlet_service = Book a service here
button_outlet_home_charger = Survey for a home charger
button_place = { $place }
