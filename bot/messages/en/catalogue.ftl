# The cars.

utter_lineup_my =
    These are the smart models, as they stand in Malaysia:
    { $models }
utter_lineup_th =
    I have no record that smart has started selling cars in Thailand, so I can't promise any model there. These are the models themselves:
    { $models }
lineup_on_sale = • { $name }: { $variants } – { $when }
lineup_not_launched = • { $name }: no launch here on record
lineup_unknown = • { $name }: not known whether it is sold here
launched_day = on sale since { $date }
launched_month = on sale since { $date }
launched_by = on sale since { $date } or earlier

utter_price_one =
    { $name }: { $amount } ({ $basis }), list price as of { $date }.
    { $duty }
    { $source }
utter_price_unconfirmed =
    For the { $name } I only have an unconfirmed figure: { $amount }. I couldn't find a source for it, so please don't rely on it. One of our people can tell you today's price.
    { $duty }
utter_prices =
    Here are the latest prices on record ({ $basis }).
    { $duty }
    { $legend }
utter_price_none_my = I have no price on record at the moment. One of our people can tell you; shall I pass you on?
utter_price_none_th = I have no price for Thailand on record, and no dealer or hotline either, so I'd rather not guess. If you leave your number, one of our people can get back to you.
utter_price_unknown = I have no price on record for the { $name }. One of our people can tell you more.
utter_no_such_variant = I have no { $variant } variant of the { $name } on record. Shall I show you what there is?
duty_note = Import duty on fully imported electric cars returned on { $date }, so today's price may differ. A dealer can confirm it.
caption_prices = Prices on record
column_car = Car
column_price = Price
column_as_of = As of
column_fact = Fact

basis_otr_without_insurance = on the road, without insurance
basis_list = what it includes is not stated
basis_where_known = { $basis }, where it is known
basis_unknown = basis not known

utter_which_model = Which car would you like to know about?
utter_spec_one =
    { $name } – { $attribute }: { $value }{ $basis }.
    { $source }
utter_spec_table =
    { $name }: this is what I have on record.
    { $legend }{ $note }
spec_line = • { $attribute }: { $value }
utter_spec_lines =
    { $name }:
    { $facts }
    { $legend }{ $note }
utter_lineup_one_my =
    In Malaysia:
    { $models }
utter_lineup_one_th =
    I have no record that smart has started selling cars in Thailand. In general:
    { $models }
utter_spec_unknown = I have nothing reliable on record about { $attribute } for the { $name }, so I'd rather not guess. One of our people can find out.
not_on_record = not on record
only_variant = { $value } ({ $variant } only)
marked = { $value }{ $mark }
legend = { $marks } As of { $oldest } to { $newest }.
legend_day = { $marks } As of { $date }.
legend_none = All figures are confirmed by at least two sources.
legend_reported = * from one source only.
legend_unconfirmed = † unconfirmed, please don't rely on it.
legend_both = * from one source only; † unconfirmed, please don't rely on it.
note_eu = {" "}European figures; Malaysian cars may differ.
note_none = {""}
source_dated = { $source } ({ $date })
source_confirmed = Source: { $sources }.
source_reported = Source: { $sources }; one source only.
source_partly = Source: { $sources }; not every figure here has a second source.
source_unconfirmed = Source: { $sources }; unconfirmed.

utter_compare =
    { $left } and { $right } side by side. { $verdict }
    { $legend }{ $note }
verdict_both = The { $left } is ahead in { $left_best }; the { $right } in { $right_best }.
verdict_left = The { $left } is ahead in { $left_best }.
verdict_right = The { $right } is ahead in { $right_best }.
verdict_none = They are level on what I have on record.
caption_compare = { $left } / { $right }
utter_compare_which = Which two cars shall I compare?
utter_compare_brand = I have no reliable figures for { $brand }, so I won't compare with guesses. I can show you what is on record for our own cars, or one of our people can advise you.
utter_compare_unknown = I have nothing on record that would let me compare the { $left } with the { $right } on that.

utter_recommend =
    From what you've told me, these fit best:
    { $cars }
    { $legend }
    { $duty }
utter_recommend_first =
    A good place to start:
    { $cars }
    { $legend }
    { $duty }
    What matters most to you?
utter_recommend_none = I have no car on record as being on sale in your country, so I can't recommend one honestly. One of our people can advise you.
recommend_line = • { $name } ({ $price }): { $reasons }
recommend_line_caution = • { $name } ({ $price }): { $reasons } – note: { $cautions }
reason_roomy = roomy, { $value } wheelbase
reason_boot = { $value } boot
reason_safety = { $value } in the crash test
reason_range = { $value } range (WLTP)
reason_fast_charging = charges at up to { $value }
reason_compact = compact, { $value } long
reason_price = a moderate price
reason_within_budget = within your budget
reason_acceleration = 0–100 km/h in { $value }
reason_power = { $value } of power
reason_balanced = a balanced choice
caution_no_price = no price on record
caution_price_unconfirmed = the price is unconfirmed
caution_over_budget = above your budget
caution_other_currency = the price is in another currency
need_family = Family
need_long_distance = Long trips
need_city = City
need_performance = Performance
need_boot = Boot space

variant_pro = Pro
variant_pro_plus = Pro+
variant_premium = Premium
variant_brabus = BRABUS
