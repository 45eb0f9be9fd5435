# 门店：在哪里、几点开、提供什么。

utter_outlets = { $lines }
utter_outlet_where = 您在哪里？告诉我城市或州属，或者分享您的位置，我来找最近的{ $what }。
utter_outlets_none = 我手上没有{ $country }的{ $what }资料，可以请我们的同事再帮您找找。
utter_outlet_hotline = 我手上没有客服热线或电邮的资料。我们的同事可以在这里帮您，我也可以帮您找最近的展厅或服务中心。

outlets_many = 我手上有{ $country } { $count } 家{ $what }的资料。
outlets_ask = 您在哪个城市或州属？也可以分享您的位置。

outlets_any = 展厅和服务中心
outlets_sales = 展厅
outlets_test_drive = 可以试驾的展厅
outlets_service = 服务中心
outlets_body_repair = 钣金喷漆中心
outlets_home_charger = 可上门勘察充电桩安装的门店

outlets_head_near = 离{ $place }最近的{ $what }：
outlets_head_you = 离您最近的{ $what }：
outlets_head_in = { $place }的{ $what }，我手上的资料有：
outlets_head_country = { $country }的{ $what }，我手上的资料有：
outlets_head_these = 符合您说的有：
outlets_head_far = 我手上没有{ $place }一带的{ $what }资料。最近的是：
outlets_head_far_you = 我手上没有您附近的{ $what }资料。最近的是：
outlets_more = 一共有 { $count } 家。告诉我城市，我就能说哪一家最近。
outlet_line_near = { $number }. { $name }，距离 { $distance }：{ $status }
outlet_line = { $number }. { $name }：{ $status }
outlet_numbered = { $number }. { $name }
outlet_map = 地图：{ $link }

outlet_kind_showroom = 展厅
outlet_kind_service = 服务中心
outlet_kind_both = 展厅和服务中心
outlet_sample = 以上只是演示用的示例，实际上并没有这样的门店。
outlet_sample_th = 以上只是演示用的示例，实际上并没有这样的门店；我手上也没有泰国任何门店的资料。

outlet_is = • { $kind }
outlet_now = • 状态：{ $status }
outlet_hours = • 营业时间：{ $hours }
outlet_closed_days = • 近期休息：{ $days }
outlet_on = • { $day }
outlet_address = • 地址：{ $address }
outlet_phone = • 电话：{ $phone }
outlet_no_phone = • 电话：没有资料
outlet_phone_of = { $name }：{ $phone }
outlet_phone_unknown = 没有电话号码的资料
outlet_services = • 服务项目：{ $services }
outlet_languages = • 服务语言：{ $languages }
outlet_map_line = • 地图：{ $link }
outlet_source = 来源：{ $source }，{ $date }。

outlet_status = { $now }，{ $next }
outlet_open_until = 营业中，到{ $until }
outlet_open_again = 营业中，到{ $until }，{ $again }再开门
outlet_open_always = 24小时营业
outlet_closed_now = 现在休息
outlet_closed_today = 今天休息
outlet_closed_holiday = 今天{ $holiday }休息
outlet_opens_today = 今天{ $time }开门
outlet_opens_tomorrow = 明天{ $time }开门
outlet_opens_on = { $when }开门
outlet_opens_unknown = 什么时候再开没有资料

outlet_range = { $opens }至{ $closes }
outlet_hours_of = { $days } { $hours }
outlet_hours_closed = 休息
outlet_hours_holiday = { $holiday }休息
outlet_hours_holiday_unsure = { $holiday }休息，但日期未最后确定
outlet_day = { $day }：{ $hours }
outlet_off = { $day }
outlet_off_holiday = { $day }{ $holiday }
outlet_off_holiday_unsure = { $day }{ $holiday }（日期未最后确定）

weekdays = { $first }至{ $last }
every_day = 每天
weekday_0 = 周一
weekday_1 = 周二
weekday_2 = 周三
weekday_3 = 周四
weekday_4 = 周五
weekday_5 = 周六
weekday_6 = 周日

service_sales = 新车销售
service_test_drive = 试驾
service_service = 保养维修
service_body_repair = 钣金喷漆
service_home_charger = 家用充电桩勘察
spoken_en = 英语
spoken_ms = 马来语
spoken_zh = 华语
spoken_th = 泰语
country_my = 马来西亚
country_th = 泰国

button_outlet_number = 第 { $number } 家的详情
button_outlet_test_drive = 在这里预约试驾
button_outlet_service = 在这里预约保养
button_outlet_home_charger = 预约家用充电桩勘察
button_place = { $place }
