# 充电：在哪里、有没有空位、要多久、要多少钱。

utter_charger_where = 您想在哪里充电？请告诉我城市、地点或路名，也可以分享您的位置。
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
charger_line = { $number }. { $name }，距离 { $distance }：{ $facts }
along_road = { $road } 沿线
between_places = { $one }和{ $other }之间
way_head = { $where }的充电站：
way_head_wish = { $where }的充电站（{ $wish }）：
charger_line_way = { $number }. { $name }：{ $facts }
way_status_known = 我手上有 { $count } 个的资料，按沿途顺序排列。有没有空位以运营商的通报为准，您到达之前可能会变。
way_status_unknown = 我手上有 { $count } 个的资料，按沿途顺序排列。现在有没有空位并不清楚，因为运营商没有向我们通报。
chargers_status_known = 距离是直线距离。有没有空位以运营商的通报为准，您到之前可能会变。
chargers_status_unknown = 距离是直线距离。现在有没有空位，我不清楚，因为运营商没有向我们通报。
utter_chargers_none = 我手上没有{ $where }的充电站资料。资料并不齐全，也许其实有，可以请我们的同事再帮您找找。
utter_chargers_others =
    我手上没有{ $where }符合您要求的充电站（{ $wish }）。最近的其他充电站有：
    { $lines }
    { $status }
    { $source }
utter_chargers_free_unknown =
    { $where }现在哪些充电站有空位，我不清楚。最近的有：
    { $lines }
    { $status }
    { $source }
utter_charger_unknown = 我手上没有这个充电站的资料，所以没办法告诉您有没有空位、能不能用。
utter_charger_gone = 这个充电站的资料已经没有了。要我帮您找别的吗？
utter_charger =
    { $name }
    { $facts }
    { $source }
site_by = { $name }（{ $operator }）
site_plugs = • 充电枪：{ $plugs }
site_status = • 目前：{ $status }
site_address = • 地址：{ $address }
site_always_open = • 24小时开放
site_price = • 价格：{ $price }
site_no_price = • 价格：暂无资料
site_access_membership = • 只限运营商的会员使用
site_access_unknown = • 不确定是否对所有人开放
site_map = • 导航：{ $link }
access_membership = 只限会员
access_unknown = 不一定对所有人开放
sites_source = 资料来源：{ $sources }。
sites_source_day = 资料来源：{ $sources }；最后核对日期：{ $date }。
sites_source_dates = 资料来源：{ $sources }；最后核对日期：{ $oldest }至{ $newest }。
status_unknown = 不清楚有没有空位，因为运营商没有向我们通报
status_live = { $total } 个充电位有 { $free } 个空着（{ $age }通报）
status_old = 上次通报时（{ $age }），{ $total } 个充电位有 { $free } 个空着，现在不清楚
status_broken = 故障（{ $age }通报）
age_seconds = { $value } 秒前
age_minutes = { $value } 分钟前
age_hours = { $value } 小时前
plugs = { $count } × { $kind } { $power }
plugs_no_power = { $count } × { $kind }（功率不详）
plug_ccs2 = CCS2
plug_type2 = Type 2
plug_chademo = CHAdeMO
plug_type1 = Type 1
plug_other_dc = 其他直流枪
plug_other_ac = 其他交流枪
current_dc = 直流
current_ac = 交流
power_from = { $power } 以上
free_now = 现在有空位
price_per_kwh = 每度电（kWh）{ $amount }
price_per_hour = 每小时{ $amount }
price_per_session = 每次{ $amount }
price_range_per_kwh = 每度电（kWh）{ $low }–{ $high }
price_published = { $price }（{ $date }的资料）
price_free = 免费（{ $date }的资料）
money_range = { $low }–{ $high }
hours_minutes = { $hours } 小时 { $minutes } 分钟

utter_charging_time =
    { $name }，{ $charger }：从 { $low } 充到 { $high } 大约要 { $time }，约充入 { $energy }。{ $limited }
    这是按车子的充电数据算的；天气太热、太冷或与别人共用充电桩，都可能更久。
    { $source }
charging_limited_dc = 这里的快慢取决于车子，功率更高的充电桩也不会更快。
charging_limited_ac = 车子最高只能用 { $power } 交流充电，功率更高的充电桩也不会更快。
charging_not_limited = {""}
utter_charging_times =
    从 { $low } 充到 { $high }，按充电数据算；天气太热、太冷或与别人共用充电桩，都可能更久。
    { $legend }
utter_charging_curve =
    { $name } 从 { $low } 充到 { $high }：大约 { $time }。电量越满，功率越低，从 { $most } 降到 { $least }。
    { $source }
alt_charging_curve = { $name } 的充电曲线：从 { $low } 充到 { $high } 大约 { $time }，功率从 { $most } 降到 { $least }。
utter_charging_time_unknown = 我手上缺少 { $name } 的充电数据，不想乱猜。我们的同事可以帮您查。
utter_charging_full = 电量从 { $percent } 开始，已经不用再充了。您想从百分之几充到百分之几？
charger_dc = { $power } 直流桩
charger_ac = { $power } 交流桩
charger_strongest_dc = 最快的直流桩
charger_strongest_ac = 最快的交流桩
column_charger = 充电桩
column_time = 时间
caption_charging_time = 充电时间

utter_charging_cost_my =
    在马来西亚充电的费用：
    { $lines }
    在家充电按{ $date }起实行的电价算，不含税和每月固定收费。表中是从 { $low } 充到 { $high } 的费用，在家充电已算入约一成的损耗。
    { $source }
utter_charging_cost_th =
    在泰国充电的费用：
    { $lines }
    在家充电的电价是{ $date }的资料，不含税和每月固定收费。表中是从 { $low } 充到 { $high } 的费用，在家按一般电价算，已算入约一成的损耗。
    { $source }
utter_charging_cost_unknown = 我手上没有您所在国家的充电价格。详情可以问我们的同事。
home_price_line = • { $plan }：{ $price }
home_standard = 在家充电
home_tou_peak = 在家充电（分时电表，高峰时段）
home_tou_off_peak = 在家充电（分时电表，非高峰时段）
public_price_line = • 公共充电桩：{ $price }，视运营商和功率而定
public_price_unknown = • 公共充电桩：暂无资料
caption_charging_cost = 充一次电的费用
column_home = 在家充
column_home_100km = 在家充，开100公里
column_public = 公共充电桩
utter_network_price =
    我手上 { $network } 的价格：
    { $lines }
    价格会变，今天的价格请看运营商的 App。
    { $source }
network_price_line = • { $what }：{ $price }
utter_network_price_unknown = 我手上没有 { $network } 的价格。开始充电之前，可以在它的 App 里看到价格。
period_peak = 高峰时段（周一至周五早上9点至晚上10点）
period_off_peak = 非高峰时段
price_any = 所有充电桩

button_only_dc = 只看直流
button_charger_number = 第{ $number }个的详情
button_charging_time = 要充多久？
button_charging_chart = 看充电曲线
button_find_charger = 找充电站
button_find_network = 找 { $network } 的充电站
