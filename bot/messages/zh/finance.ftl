# 养车费用。

utter_road_tax =
    { $name }（{ $power }）在马来西亚的路税：一年 { $amount }，按{ $date }起实行的电动车收费表计算。
    { $source }
utter_road_tax_table =
    马来西亚一年的路税，按{ $date }起实行的电动车收费表计算：
    { $legend }
caption_road_tax = 马来西亚路税
column_a_year = 一年
