# 充电：在哪里、有没有空位、要多久、要多少钱。

utter_charger_where = 您想在哪里充电？请告诉我城市、地点或道路，也可以分享您的位置。
utter_chargers =
    { $head }
    { $lines }
    { $status }
    { $source }
chargers_head = { $where }最近的充电站：
chargers_head_wish = { $where }最近的充电站（{ $wish }）：
near_place = 离{ $place }
near_you = 离您
by_place = { $place }附近
by_you = 您附近
charger_line = { $number }. { $name }，距离{ $distance }：{ $facts }
chargers_status_known = 距离为直线距离。是否有空位以运营商的通报为准，您到达之前可能会变。
chargers_status_unknown = 距离为直线距离。现在是否有空位并不清楚，因为运营商没有向我们通报。
utter_chargers_none = 我的记录里，{ $where }没有充电站。记录并不齐全，也许还有别的，可以请我们的同事帮您再找。
utter_chargers_others =
    记录里{ $where }没有符合您要求的充电站（{ $wish }）。最近的其他充电站是：
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    { $where }现在哪些充电站有空位，我并不清楚。最近的有：
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = 我的记录里没有这个充电站，所以无法告诉您是否有空位。
utter_charger_gone = 这个充电站已经不在记录里了。要我帮您找别的吗？
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name }（{ $operator }）
site_plugs = • 充电枪：{ $plugs }
site_status = • 目前：{ $status }
site_address = • 地址：{ $address }
site_always_open = • 全天开放
site_price = • 价格：{ $price }
site_no_price = • 价格：没有记录
site_access_membership = • 供运营商的会员使用
site_access_unknown = • 是否对所有人开放，没有记录
site_map = • 导航前往：{ $link }
access_membership = 供会员使用
access_unknown = 是否开放没有记录
sites_source = 来源：{ $sources }。
sites_source_day = 来源：{ $sources }；最后核对于{ $date }。
sites_source_dates = 来源：{ $sources }；最后核对于{ $oldest }至{ $newest }之间。
status_unknown = 是否有空位不清楚，运营商没有向我们通报
status_live = { $total }个中有{ $free }个空着（{ $age }通报）
status_old = 上次通报时（{ $age }）{ $total }个中有{ $free }个空着，现在不清楚
status_broken = 故障（{ $age }通报）
age_seconds = { $value }秒前
age_minutes = { $value }分钟前
age_hours = { $value }小时前
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind }（功率没有记录）
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = 其他直流枪
plug_other_ac = 其他交流枪
current_dc = 直流
current_ac = 交流
power_from = { $power }以上
free_now = 现在有空位
price_per_kwh = 每度{ $amount }
price_per_hour = 每小时{ $amount }
price_per_session = 每次{ $amount }
price_range_per_kwh = 每度{ $low }–{ $high }
price_published = { $price }（截至{ $date }）
price_free = 免费（截至{ $date }）
money_range = { $low }–{ $high }
hours_minutes = { $hours }小时{ $minutes }分钟

utter_charging_time =
    { $name }：用{ $charger }从{ $low }充到{ $high }，大约要{ $time }，约充入{ $energy }。{ $limited }
    这是按车子的充电曲线算出来的；天气太热、太冷或与别人共用充电桩时会更久。
    { $source }
charging_limited = 车子最多只能接受{ $power }，所以功率更高的充电桩也不会更快。
charging_not_limited = {""}
utter_charging_times =
    从{ $low }充到{ $high }，按充电曲线算出；天气太热、太冷或与别人共用充电桩时会更久。
    { $legend }
utter_charging_curve =
    { $name } 从{ $low }充到{ $high }：大约{ $time }。电量越满，功率越低，从{ $most }降到{ $least }。
    { $source }
alt_charging_curve = { $name } 的充电曲线：从{ $low }充到{ $high }大约{ $time }，功率从{ $most }降到{ $least }。
utter_charging_time_unknown = 记录里没有 { $name } 的充电曲线，我不想随便猜。可以请我们的同事帮您查。
utter_charging_full = 电量已有{ $percent }，到您说的电量已经不用再充了。您想从百分之几充到百分之几？
charger_dc = { $power }直流桩
charger_ac = { $power }交流
charger_strongest_dc = 直流，车子能接受的最快速度
charger_strongest_ac = 交流，车子能接受的最快速度
column_charger = 充电桩
column_time = 时间
caption_charging_time = 充电时间

utter_charging_cost_my =
    在马来西亚充电的费用：
    { $lines }
    家里的价格按{ $date }起实行的电价，不含税和每月固定费用。表中是从{ $low }充到{ $high }的费用，在家充电约有一成损耗。
    { $source }
utter_charging_cost_th =
    在泰国充电的费用：
    { $lines }
    家里的价格截至{ $date }，不含税和每月固定费用。表中是从{ $low }充到{ $high }的费用，在家充电约有一成损耗。
    { $source }
utter_charging_cost_unknown = 记录里没有您所在国家的充电价格。可以请我们的同事告诉您。
home_price_line = • { $plan }：{ $price }
home_standard = 在家充电
home_tou_peak = 在家充电（分时电价，高峰）
home_tou_off_peak = 在家充电（分时电价，非高峰）
public_price_line = • 公共充电桩：{ $price }，视运营商和功率而定
public_price_unknown = • 公共充电桩：没有记录
caption_charging_cost = 充一次电的费用
column_home = 在家
column_home_100km = 在家充，每100公里
column_public = 公共充电桩
utter_network_price =
    { $network } 的价格，记录里有：
    { $lines }
    价格会变，今天的价格请看运营商的应用程序。
    { $source }
network_price_line = • { $what }：{ $price }
utter_network_price_unknown = 记录里没有 { $network } 的价格。开始充电之前，它的应用程序会显示价格。
period_peak = 高峰（周一至周五早上9点至晚上10点）
period_off_peak = 非高峰
price_any = 所有充电桩

button_only_dc = 只看直流
button_charger_number = 第{ $number }个的详情
button_charging_time = 要充多久？
button_charging_chart = 看充电曲线
button_find_charger = 找充电站
button_find_network = 找 { $network } 的充电站
