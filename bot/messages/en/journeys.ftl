# Journeys: the way, the stops, what is left in the battery.

utter_journey_where_to = Where would you like to go? Name a town or a place.
utter_journey_where_from = Where will you set off from to go to { $place }? Name a town or a place, or share your position.
utter_journey_which_car = Which car will you drive?
utter_journey_charge = How full will the battery be when you set off?
utter_journey_direct =
    From { $origin } to { $destination } in the { $name }, setting off at { $start }: you don't need to stop to charge.
    It is about { $km } and takes about { $time }. You arrive with about { $arrive } left.
    { $rain }
    The way on the map: { $link }
    { $source }
utter_journey_stops =
    From { $origin } to { $destination } in the { $name }, setting off at { $start }: about { $km } and { $time }, charging included.
    { $lines }
    You arrive with about { $arrive } left.
    { $rain } I can't promise that a charger is free or working when you get there.
    The way on the map: { $link }
    { $source }
journey_stop = { $number }. { $name }, after { $km } ({ $power }): arrive with about { $arrive }, charge { $time } to { $leave }, { $cost }
journey_alternative = • If it is taken or out of order: { $name }
journey_no_alternative = • I have no other DC charger on record nearby.
journey_cost = about { $amount }
journey_cost_unknown = price not on record
journey_dry = Worked out for a calm drive with air conditioning; traffic, high speed, rain and mountains take more.
journey_rain = Worked out for a calm drive in rain with air conditioning; traffic, high speed and mountains take more.
power_unknown = power not on record
utter_journey_no_road = I have no road to { $place } on record; it may lie across the sea. One of our people can help you plan the trip.
utter_journey_same = Start and destination seem to be the same place. Where would you like to drive from, and where to?
utter_journey_low = With { $reserve } or less in the battery, please charge before you set off. Shall I find a charger near { $place }?
utter_journey_no_charger =
    From { $origin } to { $destination } in the { $name }, setting off at { $start }: I can't plan this with the chargers on record. The battery lasts for about { $reach } until { $reserve } is left, and I have no DC charger on record within that reach that would get you there.
    My record isn't complete: please check the operators' apps before you leave.
utter_journey_no_car = I don't have the figures of the { $name } that a plan takes, so I'd rather not guess. One of our people can help you.
utter_journey_no_way = I found no way by road from { $origin } to { $destination }. One of our people can help you plan it.
alt_journey = Picture of the way from { $origin } to { $destination }, { $km } with { $stops } charging stops: the battery of the { $name } goes from { $start } at the start to { $arrive } at the end.
your_position = your position
button_car = { $name }
button_percent = { $percent }
button_start_with = Start with { $percent }
