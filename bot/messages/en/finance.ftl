# What owning a car costs.

utter_road_tax =
    Road tax for the { $name } ({ $power }) in Malaysia: { $amount } a year, under the table for electric cars in force since { $date }.
    { $source }
utter_road_tax_table =
    A year's road tax in Malaysia, under the table for electric cars in force since { $date }.
    { $legend }
caption_road_tax = Road tax in Malaysia
column_a_year = A year
