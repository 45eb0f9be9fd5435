# Booking, looking up, moving and cancelling: test drives, services, home charger surveys.

# --- questions
utter_ask_booking_car = Which model would you like to drive?
utter_ask_booking_outlet = Where would suit you? Tell me a town or share your position, or choose one:
utter_ask_booking_time = When would suit you? These times are free, or tell me another day and hour:
utter_ask_booking_time_at = When would you like to come to { $outlet }? These times are free, or tell me another day and hour:
utter_ask_booking_time_of_day = On { $day }, these times are free:
utter_ask_booking_need = What is the service for? The regular one, or is something wrong with the car? You can describe it in a sentence and add the odometer reading.
utter_need_words = What have you noticed? A sentence or two is enough.
utter_ask_booking_stay = Will you wait, or leave the car with us?
utter_ask_booking_plate = What is the car's number plate?
utter_ask_booking_address = What is the address of the home, with street, number and town?
utter_ask_booking_dwelling = Is it a house or a condominium?
utter_ask_booking_phase = Is the electricity supply single-phase or three-phase? If you don't know, that's fine: the team will check.
utter_ask_booking_name = What name may I put down?
utter_ask_booking_phone = And a phone number where you can be reached? For example 012-345 6789.
utter_ask_which_check = Which booking do you mean?
utter_ask_which_change = Which booking would you like to move?
utter_ask_which_cancel = Which booking would you like to cancel?
utter_ask_booking_reference = I see no booking in this chat. If you booked elsewhere, what is the reference? It looks like TD-7F3K2Q.
utter_ask_access_phone = Which phone number was given with that booking?
utter_ask_booking_code = If reference and number belong together, a six-digit code has been sent to the chat where the booking was made. What is the code? It works for ten minutes.
utter_ask_booking_code_again = Please type the six digits once more, or stop here.

notice_title = Privacy notice

# --- what a message could not be taken as
utter_booking_help = Sorry, I didn't understand that.
utter_car_not_driven = There is no { $car } to test-drive at the moment. You can drive the { $cars }.
utter_variant_not_driven = There is no { $car } to test-drive, so I'll look for any { $model }.
utter_no_demo_cars = No test-drive cars are on record at the moment. One of our people can help you.
utter_no_outlet = I find no outlet for this near { $place }.
utter_outlet_taken = That would be { $outlet }: { $address }
utter_outlet_far = There is none for this close to { $place }. The nearest is { $outlet }, { $distance } away.
utter_no_survey_team = Our survey teams don't come that far yet. You can name another address, or one of our people can help you.
utter_address_where = I couldn't find the town in that address. Please include it.
utter_address_street = Thank you. I also need the street and the number.
utter_name_invalid = That doesn't look like a name.
utter_booking_phone_invalid = That isn't a valid phone number of Malaysia or Thailand. It looks like 012-345 6789 or 081 234 5678.
utter_plate_invalid = That doesn't look like a number plate. It looks like VAB 1234 or 1กข 1234.
utter_reference_invalid = That doesn't look like a booking reference. It looks like TD-7F3K2Q.
utter_code_wrong = That code isn't right, or it's no longer valid.
utter_code_limited = Too many tries for now. Please try again in { $wait }, or ask for a person.
utter_licence_needed = A test drive needs a valid driving licence. Someone who has one can drive, and you are welcome to ride along. The booking is then in the name of whoever drives.

# --- times that are not to be had
utter_time_past = That time has already passed.
utter_time_nonsense = I don't know that day or hour.
utter_time_closed_day = It's closed on { $day }.
utter_time_holiday = It's closed on { $day } for { $holiday }.
utter_time_outside_hours = On { $day } it's open { $hours }.
utter_time_too_soon = That's too soon: the earliest is { $earliest }.
utter_time_too_far = That's too far ahead: bookings are open until { $last }.
utter_time_full = { $time } is already taken.
utter_time_full_day = Everything is taken on { $day }.
utter_time_between_slots = Nothing begins at { $time }.
utter_time_elsewhere = There is no { $car } there. It's at: { $outlets }.
utter_time_nowhere = There is no { $car } on record at the moment.
utter_take_your_time = Of course, take your time. I'll keep this open for you.
utter_lookup_stopped = All right, I've stopped.
utter_time_not_then = At that time nothing is free on { $day }.
utter_time_none_earlier = Nothing earlier is free in the days before.
utter_time_none_later = Nothing later is free in the days after.
utter_time_same = That's when it is already.
utter_time_ruled_out = All right, not then.
utter_no_times = I see no free time in the next two weeks. One of our people can help you.
utter_just_taken = I'm sorry, somebody was just a moment faster and that time is gone. Nothing is booked yet.
opening_stretch = { $start } to { $end }
utter_change_keeps = Only the time and the place can be moved. For another car, name or number, cancel this booking and make a new one, or ask for one of our people.

# --- questions about the appointment itself
utter_booking_length = { $length } are set aside for it.
utter_booking_length_unknown = That depends on the place. I can tell you once it is chosen.
utter_booking_cost = Nothing is paid in this chat, and I have no price for this on record ({ $kind }). If in doubt, one of our people can check.
utter_bring_licence = Please bring your valid driving licence. I have nothing else on record.
utter_bring_nothing = I have nothing on record that you need to bring.
utter_booking_company = I have no rule on record about bringing someone along. One of our people can check.

# --- the summary
utter_confirm_test_drive =
    Please check:
    { $lines }
    With your yes you confirm that the driver holds a valid driving licence. Shall I book it?
utter_confirm_service =
    Please check:
    { $lines }
    Shall I book it?
utter_confirm_home_charger =
    Please check:
    { $lines }
    Shall I book it?
utter_confirm_wait =
    Please check:
    { $lines }
    Shall I put you on the waiting list for that day? If a place becomes free, I'll offer it to you here.
utter_confirm_move = Shall I move { $reference } from { $old } to { $new }?
utter_confirm_move_outlet = Shall I move { $reference } from { $old } to { $new } at { $outlet }?
utter_confirm_cancel = Shall I cancel { $reference }, { $what } on { $time }?
utter_what_to_change = What should be different?
line_what = • { $what }
line_when = • { $time }
line_where = • { $outlet }, { $address }
line_map = • Map: { $link }
line_address = • Address: { $address }
line_need = • For: { $need }
line_odometer = • Odometer: { $km }
line_stay = • { $value }
line_dwelling = • Home: { $value }
line_phase = • Supply: { $value }
line_plate = • Plate: { $plate }
line_name = • { $name }, { $phone }
line_bring_licence = • Please bring your driving licence.
line_sample = • This is a sample outlet for demonstration: no real appointment is made.
what_test_drive = Test drive of the { $car }
what_service = Service appointment
what_home_charger = Home charger survey
kind_test_drive = test drive
kind_service = service
kind_home_charger = home charger survey
need_regular = regular service
need_repair = repair
stay_wait = You wait at the service centre
stay_drop_off = You leave the car
dwelling_house = house
dwelling_condo = condominium
phase_single = single-phase
phase_three = three-phase
phase_unknown = phase not known yet

# --- done
utter_booked =
    Booked! Your reference is { $reference }: { $what }
    { $lines }
utter_requested =
    Your request { $reference } is in: { $what }
    { $lines }
    The time is held for you; the outlet still has to confirm it, and I'll tell you here when it does.
utter_booking_moved =
    Done: { $reference } has been moved. { $what }
    { $lines }
utter_booking =
    { $reference } ({ $state }): { $what }
    { $lines }
utter_bookings = { $count ->
    [0] You have no upcoming bookings here.
    [one] You have one upcoming booking:
   *[other] You have { $count } upcoming bookings:
}
utter_booking_cancelled = { $reference } is cancelled: { $what }. The time is free for others again. Would you like to book anything else?
utter_booking_kept = All right, your booking stays as it is.
utter_booking_over = That booking has already taken place or been cancelled, so it can't be changed any more.
utter_booking_stopped = All right, I've stopped. Nothing was booked.
utter_change_stopped = All right, I've stopped. Your booking stays as it is.
utter_waiting = You're on the waiting list at { $outlet } for { $day }, number { $position } in line. If a place becomes free, I'll offer it to you here.
utter_offer_declined = All right, I'll offer it to the next person. You stay on the waiting list.
utter_offer_gone = I'm sorry, that offer has run out.
state_requested = waiting for confirmation
state_confirmed = confirmed
state_reminded = confirmed
state_done = done
state_no_show = missed
state_cancelled = cancelled

# --- buttons
button_named = { $name }
button_need_regular = Regular service
button_need_fault = Something is wrong
button_stay_wait = I'll wait
button_stay_drop_off = I'll leave the car
button_dwelling_house = House
button_dwelling_condo = Condominium
button_phase_single = Single-phase
button_phase_three = Three-phase
button_phase_unknown = I don't know
button_book_yes = Yes, go ahead
button_book_change = Change something
button_stop_booking = Stop
button_change_time = Another time
button_change_outlet = Another place
button_change_car = Another car
button_change_need = Reason
button_change_plate = Number plate
button_change_address = Address
button_change_name = Name
button_change_phone = Phone number
button_cancel_yes = Yes, cancel it
button_cancel_no = No, keep it
button_change = Move it
button_cancel_booking = Cancel it
button_booking = { $reference }
button_wait_for = Waiting list, { $day }
button_calendar = Add to calendar
