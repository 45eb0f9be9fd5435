# What the assistant says about the talk itself, and the words that all features share.

utter_greet = Hello! I'm the smart assistant. Ask me about the smart #1 and #3: prices, range, charging, journeys, comparisons. What would you like to know?
utter_goodbye = Goodbye, and thank you for stopping by. I'm here whenever you need me.
utter_thank = You're welcome! Is there anything else you'd like to know?
utter_identity = I'm a digital assistant for smart cars in Malaysia and Thailand – software, not a person. If you'd rather talk to one of our people, just say so.
utter_smalltalk = Nice chatting with you! All is well here, and I'm at my best with questions about smart cars. What would you like to know?
utter_out_of_scope = Sorry, that's outside what I can help with. I can help with smart cars: models, prices, specifications, comparisons, charging and journeys.
utter_help =
    I can help you with:
    • models and prices
    • range, power, size and other facts
    • comparing models or choosing one
    • finding a charger, charging times and costs, planning a journey
    • the company, software updates, battery and warranty
    • reaching a person
    What would you like to know?
utter_language_changed = Of course, I'll continue in English. How can I help you?
utter_language_which = I speak English, Malay, Chinese and Thai. Which would you like?
utter_affirm = Good. What would you like to know?
utter_deny = All right. Is there something else I can help with?
utter_cancel = Okay, I've stopped that. What would you like to do next?
utter_clarify = I'm not sure I understood you. Did you mean one of these?
utter_not_understood = Sorry, I still don't understand. You can put it differently, or I can ask one of our people to help.
utter_soon = “{ $feature }” – that's on the way, but I can't answer it myself yet. One of our people can help you with it. Shall I pass you on?
utter_breakdown = I'm sorry to hear that. Safety first: stop in a safe place if you can, turn on the hazard lights and keep away from traffic. If anyone is hurt or in danger, call the local emergency number now. Shall I pass you to one of our people?
utter_complain = I'm sorry you've had this experience. I'd like one of our people to look into it – they will see everything you've written here. Shall I pass you on?
utter_feedback = Thank you, that helps us get better. If something should be put right, one of our people can look into it.

utter_empty = I received an empty message. What would you like to know?
utter_too_long = That message is too long for me ({ NUMBER($length) } characters; I can read up to { NUMBER($limit) }). Could you send me the main question in a few sentences?
utter_fault = Sorry, something isn't working on my side and I can't answer right now. Your message is kept. Please try again in a moment, or ask for a person.
utter_slow = I've received your message and I'm still working on it. The answer will follow.
utter_old_button = That button is from earlier in our conversation and no longer works. What would you like to know?

button_models = Models
button_prices = Prices
button_recommend = Help me choose
button_agent = Talk to a person
button_callback = Call me back
button_cancel = Cancel
button_about = About the { $name }
button_price_of = Price of the { $name }
button_compare = Compare models
button_versus = { $left } or { $right }
button_versus_best = Compare the two

language_en = English
language_ms = Bahasa Melayu
language_zh = 简体中文
language_th = ภาษาไทย

list_comma = {", "}
list_last = {" and "}

date_day = { $day } { $month } { $year }
date_month = { $month } { $year }
date_year = { $year }
# A day with its weekday, and an hour: Unicode's date patterns (UTS 35), filled in by Babel.
moment_day = EEE d MMM
moment_time = h:mm a
moment_hour = h a
moment_noon = 12 noon
moment_midnight = 12 midnight
moment_day_year = { $day } { $year }
moment_day_time = { $day }, { $time }

# What a question may have meant: titles of buttons, and the name of what is on the way.
meaning_ask_help = What can you do?
meaning_ask_identity = Who are you?
meaning_smalltalk = Just a chat
meaning_change_language = Change the language
meaning_ask_lineup = Which models there are
meaning_ask_spec = Facts about a car
meaning_compare_models = Compare models
meaning_recommend_model = Help me choose
meaning_ask_driver_assistance = Driver assistance
meaning_ask_connectivity = App and infotainment
meaning_ask_ota = Software updates
meaning_ask_battery = Battery
meaning_ask_warranty = Warranty
meaning_ask_sustainability = Sustainability
meaning_ask_company = About the company
meaning_ask_price = Prices
meaning_ask_financing = Loan and instalments
meaning_ask_promotion = Offers and promotions
meaning_ask_running_cost = Running costs and road tax
meaning_ask_delivery = Stock and delivery
meaning_ask_trade_in = Trading in a car
meaning_ask_buying_process = How to buy
meaning_find_charger = Find a charger
meaning_check_charger = Is a charger free?
meaning_ask_charging_time = Charging time
meaning_ask_charging_cost = Charging cost
meaning_ask_home_charger = Charger at home
meaning_ask_charging_howto = How charging works
meaning_plan_journey = Plan a journey
meaning_ask_service = Service and maintenance
meaning_report_breakdown = Breakdown or accident
meaning_complain = Make a complaint
meaning_book_test_drive = Book a test drive
meaning_book_service = Book a service
meaning_book_home_charger = Book a home charger survey
meaning_check_booking = My booking
meaning_change_booking = Change a booking
meaning_cancel_booking = Cancel a booking
meaning_find_outlet = Showrooms and service centres
meaning_talk_to_agent = Talk to a person
meaning_request_callback = Be called back
meaning_ask_privacy = My data
meaning_give_feedback = Give feedback
