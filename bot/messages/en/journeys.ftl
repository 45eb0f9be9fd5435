# Journeys: the way, the stops, what is left in the battery.

utter_journey_where_to = Where would you like to go? Name a town or a place.
utter_journey_where_from = Where will you start for { $place }? Name a town or a place, or share your position.
utter_journey_which_car = Which car will you drive?
utter_journey_charge = How full will the battery be when you set off?
utter_journey_direct =
    { $origin } to { $destination } in the { $name }, setting off at { $start }: no stop is needed.
    It is about { $km } and takes about { $time }. You arrive with about { $arrive }.
    { $rain }
    The way on the map: { $link }
    { $source }
utter_journey_stops =
    { $origin } to { $destination } in the { $name }, setting off at { $start }: about { $km } and { $time } with charging.
    { $lines }
    You arrive with about { $arrive }.
    { $rain } I can't promise that a charger is free or working when you get there.
    The way on the map: { $link }
    { $source }
journey_stop = { $number }. { $name }, after { $km } ({ $power }): arrive with about { $arrive }, charge { $time } to { $leave }, about { $cost }
journey_alternative = • Instead, if need be: { $name }
journey_no_alternative = • There is no other DC charger on record nearby.
journey_cost_unknown = a price that isn't on record
journey_dry = Worked out for a calm drive with air conditioning; traffic, high speed, rain and mountains take more.
journey_rain = Worked out for a calm drive in rain with air conditioning; traffic, high speed and mountains take more.
power_unknown = power not on record
utter_journey_no_road = I have no road to { $place } on record, for instance because it lies across water. One of our people can help you plan it.
utter_journey_same = Those two places are the same for me. Where would you like to drive from, and where to?
utter_journey_low = With no more than { $reserve } in the battery I wouldn't set off: please charge first. Shall I find a charger near you?
utter_journey_no_charger =
    { $origin } to { $destination } in the { $name }, setting off at { $start }: I can't plan it with the chargers on record. The battery lasts for about { $reach } down to { $reserve }, and my record has no DC charger within that reach that would get you there.
    My record isn't complete: please check the operators' apps before you leave, or start with a fuller battery.
utter_journey_no_car = I don't have what a plan needs of the { $name } on record, so I'd rather not guess. One of our people can help you.
utter_journey_no_way = I found no way by road from { $origin } to { $destination }. One of our people can help you plan it.
alt_journey = Picture of the way from { $origin } to { $destination }, { $km } with { $stops } charging stops: the battery of the { $name } goes from { $start } at the start to { $arrive } at the end.
your_position = your position
button_car = { $name }
button_percent = { $percent }
button_start_with = Start with { $percent }
