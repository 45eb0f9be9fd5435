# What the assistant says of its own accord: reminders, changes by staff, freed times, codes; a booking in a calendar.

notice_day_before =
    A friendly reminder: your { $what } is { $when }.
    { $lines }
    Reference: { $reference }
notice_hours_before =
    See you soon! Your { $what } is { $when }.
    { $lines }
    Reference: { $reference }
notice_moved =
    We've moved your { $what } to { $when }. If that doesn't suit you, just change it.
    { $lines }
    Reference: { $reference }
notice_confirmed =
    It's confirmed: your { $what }, { $when }.
    { $lines }
    Reference: { $reference }
notice_cancelled = Your { $what } on { $when } ({ $reference }) has been cancelled. { $because }
notice_because_outlet_closed = We're sorry: we're closed at that time.
notice_because_car_unavailable = We're sorry: the car isn't available then.
notice_because_team_unavailable = We're sorry: our team isn't available then.
notice_because_customer_asked = We did so as you asked.
notice_because_unknown = We're sorry about that.
notice_offer = Good news: a time has come free for your { $what }: { $when }, at { $outlet }. I'm holding it for you until { $until }. Would you like it?
notice_offer_home = Good news: a time has come free for your { $what }: { $when }. I'm holding it for you until { $until }. Would you like it?
notice_code = { $code } is your code for booking { $reference }. It works until { $until }. Somebody asked for it in another chat: if that wasn't you, don't pass it on, as nobody can touch your booking without it.

notice_when_today = today, { $when }
notice_when_tomorrow = tomorrow, { $when }
notice_what_drive = test drive of the { $car }
notice_what_test_drive = test drive
notice_what_service = service appointment
notice_what_home_charger = home charger survey
notice_line_place = Where: { $outlet }, { $address }
notice_line_home = Our team will come to the address that you gave.
notice_line_licence = Please bring your driving licence.
notice_line_requested = We still have to confirm this time; I'll let you know.

notice_button_change = Change it
notice_button_cancel = Cancel the booking
notice_button_accept = Yes, book it
notice_button_decline = No, thanks
notice_button_again = Book another time
notice_link_route = Directions

link_calendar_file = Add to calendar
link_calendar_google = Add to Google Calendar
calendar_summary = smart: { $what }
calendar_description = Reference { $reference }. To change or cancel it, write to the smart assistant.
