# Charging: where, whether it is free, how long, how much.

utter_charger_where = Where would you like to charge? Name a town, a place or a road, or share your position.
utter_chargers =
    { $head }
    { $lines }
    { $status }
    { $source }
chargers_head = The nearest chargers { $where }:
chargers_head_wish = The nearest chargers { $where } ({ $wish }):
near_place = to { $place }
near_you = to you
by_place = near { $place }
by_you = near you
charger_line = { $number }. { $name }, { $distance } away: { $facts }
along_road = along the { $road }
between_places = between { $one } and { $other }
way_head = Chargers { $where }:
way_head_wish = Chargers { $where } ({ $wish }):
charger_line_way = { $number }. { $name }: { $facts }
way_status_known = { $count } are on record there, in the order of the way. Whether a charger is free is as its operator reported it, and may change before you arrive.
way_status_unknown = { $count } are on record there, in the order of the way. Whether any of them is free right now isn't known: the operators don't report it to us.
chargers_status_known = Distances are in a straight line. Whether a charger is free is as its operator reported it, and may change before you arrive.
chargers_status_unknown = Distances are in a straight line. Whether any of them is free right now isn't known: the operators don't report it to us.
utter_chargers_none = I have no charger on record { $where }. My record isn't complete, so there may well be one; one of our people can look further.
utter_chargers_others =
    I have no charger on record { $where } that fits what you asked for ({ $wish }). The nearest others are:
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    I can't tell which chargers { $where } are free right now. The nearest ones are:
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = I don't have that charging site on record, so I can't say whether it is free or working.
utter_charger_gone = That charger is no longer on record. Shall I look for another one?
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name } ({ $operator })
site_plugs = • Plugs: { $plugs }
site_status = • Right now: { $status }
site_address = • Address: { $address }
site_always_open = • Open day and night
site_price = • Price: { $price }
site_no_price = • Price: not on record
site_access_membership = • For the operator's members only
site_access_unknown = • Whether it is open to everyone isn't on record
site_map = • Directions: { $link }
access_membership = members only
access_unknown = may not be open to everyone
sites_source = Source: { $sources }.
sites_source_day = Source: { $sources }; last checked on { $date }.
sites_source_dates = Source: { $sources }; last checked between { $oldest } and { $newest }.
status_unknown = not known whether it is free, as the operator doesn't report it to us
status_live = { $free } of { $total } free (reported { $age })
status_old = { $free } of { $total } were free when last reported, { $age }; not known now
status_broken = out of order (reported { $age })
age_seconds = { $value } s ago
age_minutes = { $value } min ago
age_hours = { $value } h ago
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind } (power not on record)
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = another DC plug
plug_other_ac = another AC plug
current_dc = DC
current_ac = AC
power_from = { $power } or more
free_now = free now
price_per_kwh = { $amount } per kWh
price_per_hour = { $amount } per hour
price_per_session = { $amount } per session
price_range_per_kwh = { $low }–{ $high } per kWh
price_published = { $price } (as of { $date })
price_free = free of charge (as of { $date })
money_range = { $low }–{ $high }
hours_minutes = { $hours } h { $minutes } min

utter_charging_time =
    { $name }: from { $low } to { $high } takes about { $time } at { $charger }, which puts about { $energy } into the battery.{ $limited }
    This is worked out from the car's charging data; heat, cold or a shared charger can make it longer.
    { $source }
charging_limited_dc = {" "}The car itself sets the pace here, so a stronger charger is no faster.
charging_limited_ac = {" "}The car takes at most { $power } AC, so a stronger charger is no faster.
charging_not_limited = {""}
utter_charging_times =
    From { $low } to { $high }, worked out from the charging data; heat, cold or a shared charger can make it longer.
    { $legend }
utter_charging_curve =
    { $name }, from { $low } to { $high }: about { $time }. The power falls from { $most } to { $least } as the battery fills.
    { $source }
alt_charging_curve = Chart of a charge of the { $name } from { $low } to { $high } in about { $time }: the power falls from { $most } to { $least }.
utter_charging_time_unknown = I don't have the charging data of the { $name } that this takes, so I'd rather not guess. One of our people can find out.
utter_charging_full = At { $percent } there is nothing left to charge. From which percentage to which would you like to charge?
charger_dc = a { $power } DC charger
charger_ac = { $power } AC
charger_strongest_dc = the fastest DC charger
charger_strongest_ac = the fastest AC charger
column_charger = Charger
column_time = Time
caption_charging_time = Charging time

utter_charging_cost_my =
    What charging costs in Malaysia:
    { $lines }
    The home price is the tariff in force since { $date }, without taxes and monthly fees. The table is for a charge from { $low } to { $high }; at home it allows for a tenth of the electricity being lost on the way.
    { $source }
utter_charging_cost_th =
    What charging costs in Thailand:
    { $lines }
    The home prices are as of { $date }, without taxes and monthly fees. The table is for a charge from { $low } to { $high } on the standard home rate; at home it allows for a tenth of the electricity being lost on the way.
    { $source }
utter_charging_cost_unknown = I have no prices on record for your country. One of our people can tell you more.
home_price_line = • { $plan }: { $price }
home_standard = At home
home_tou_peak = At home, time-of-use meter, on-peak
home_tou_off_peak = At home, time-of-use meter, off-peak
public_price_line = • Public chargers: { $price }, depending on operator and power
public_price_unknown = • Public chargers: not on record
caption_charging_cost = Cost of a charge
column_home = At home
column_home_100km = 100 km at home
column_public = Public charger
utter_network_price =
    { $network } prices on record:
    { $lines }
    Prices change; the operator's app shows today's.
    { $source }
network_price_line = • { $what }: { $price }
utter_network_price_unknown = I have no { $network } price on record. Its app shows the price before you start.
period_peak = peak (Mon–Fri 9 am–10 pm)
period_off_peak = off-peak
price_any = any charger

button_only_dc = Only DC
button_charger_number = More about number { $number }
button_charging_time = How long does it take?
button_charging_chart = Show the charging curve
button_find_charger = Find a charger
button_find_network = Find { $network } chargers
