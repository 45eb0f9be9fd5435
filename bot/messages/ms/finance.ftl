# Kos memiliki kereta.

utter_road_tax =
    Cukai jalan { $name } ({ $power }) di Malaysia: { $amount } setahun, mengikut jadual kereta elektrik yang berkuat kuasa sejak { $date }.
    { $source }
utter_road_tax_table =
    Cukai jalan setahun di Malaysia, mengikut jadual kereta elektrik yang berkuat kuasa sejak { $date }.
    { $legend }
caption_road_tax = Cukai jalan di Malaysia
column_a_year = Setahun
