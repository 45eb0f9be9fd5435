# 行程：路线、中途充电、剩余电量。

utter_journey_where_to = 您想去哪里？请告诉我城市或地点。
utter_journey_where_from = 去{ $place }，您从哪里出发？请告诉我城市或地点，也可以分享您的位置。
utter_journey_which_car = 您开哪一款车？
utter_journey_charge = 出发时电量大约有多少？
utter_journey_direct =
    开 { $name } 从{ $origin }到{ $destination }，出发时{ $start }：中途不用停车充电。
    全程约{ $km }，大约要{ $time }。到达时还剩约{ $arrive }。
    { $rain }
    地图路线：{ $link }
    { $source }
utter_journey_stops =
    开 { $name } 从{ $origin }到{ $destination }，出发时{ $start }：全程约{ $km }，连充电大约要{ $time }。
    { $lines }
    到达时还剩约{ $arrive }。
    { $rain }您到的时候充电桩是否空着、是否正常，我无法保证。
    地图路线：{ $link }
    { $source }
journey_stop = { $number }. { $name }，走了{ $km }之后（{ $power }）：到站约剩{ $arrive }，充{ $time }到{ $leave }，约{ $cost }
journey_alternative = • 有需要时可改去：{ $name }
journey_no_alternative = • 附近没有其他有记录的直流充电站。
journey_cost_unknown = 价格没有记录
journey_dry = 按开着空调平稳行驶计算；塞车、高速、下雨和山路会更耗电。
journey_rain = 按雨天开着空调平稳行驶计算；塞车、高速和山路会更耗电。
power_unknown = 功率没有记录
utter_journey_no_road = 我的记录里没有到{ $place }的公路，可能因为中间隔着海。我们的同事可以帮您规划。
utter_journey_same = 这两个地方对我来说是同一个。您想从哪里开到哪里？
utter_journey_low = 电量不超过{ $reserve }时，我不建议出发，请先充电。要我帮您找附近的充电站吗？
utter_journey_no_charger =
    开 { $name } 从{ $origin }到{ $destination }，出发时{ $start }：用记录里的充电站，我排不出这趟行程。电量用到剩{ $reserve }，大约能走{ $reach }，这段距离内没有能让您到达目的地的直流充电站。
    我的记录并不齐全：出发前请看看运营商的应用程序，或者充多一点电再出发。
utter_journey_no_car = 记录里缺少规划行程所需的 { $name } 数据，我不想随便猜。我们的同事可以帮您。
utter_journey_no_way = 我找不到从{ $origin }到{ $destination }的公路。我们的同事可以帮您规划。
alt_journey = 从{ $origin }到{ $destination }的路线图，{ $km }，中途充电{ $stops }次：{ $name } 的电量从出发时的{ $start }到到达时的{ $arrive }。
your_position = 您的位置
button_car = { $name }
button_percent = { $percent }
button_start_with = 以{ $percent }出发
