# 行程：路线、中途充电、剩余电量。

utter_journey_where_to = 您想去哪里？请告诉我城市或地点。
utter_journey_where_from = 去{ $place }，您从哪里出发？请告诉我城市或地点，也可以分享您的位置。
utter_journey_which_car = 您开哪一款车？
utter_journey_charge = 出发时电量大约有多少？
utter_journey_direct =
    开 { $name } 从{ $origin }到{ $destination }，出发时电量 { $start }：中途不用停下来充电。
    全程约 { $km }，大约要 { $time }。到达时还剩约 { $arrive }。
    { $rain }
    地图路线：{ $link }
    { $source }
utter_journey_stops =
    开 { $name } 从{ $origin }到{ $destination }，出发时电量 { $start }：全程约 { $km }，连充电大约要 { $time }。
    { $lines }
    到达时还剩约 { $arrive }。
    { $rain }您到的时候充电桩有没有空位、能不能用，我没办法保证。
    地图路线：{ $link }
    { $source }
journey_stop = { $number }. { $name }，开了 { $km }后（{ $power }）：到站约剩 { $arrive }，充 { $time }到 { $leave }，{ $cost }
journey_alternative = • 没空位或坏了，可改去：{ $name }
journey_no_alternative = • 附近没有其他直流充电站的资料。
journey_cost = 约 { $amount }
journey_cost_unknown = 价格不详
journey_dry = 按开着冷气平稳行驶来算；塞车、车速快、下雨和走山路都会更耗电。
journey_rain = 按雨天开着冷气平稳行驶来算；塞车、车速快和走山路都会更耗电。
power_unknown = 功率不详
utter_journey_no_road = 我手上没有开车到{ $place }的路线，可能是因为隔着海。我们的同事可以帮您规划。
utter_journey_same = 出发地和目的地好像是同一个地方。您想从哪里开到哪里？
utter_journey_low = 电量只有 { $reserve } 或更少的话，请先充电再出发。要我帮您找{ $place }附近的充电站吗？
utter_journey_no_charger =
    开 { $name } 从{ $origin }到{ $destination }，出发时电量 { $start }：按我手上的充电站资料，这趟行程排不出来。电量用到剩 { $reserve }，大约能走 { $reach }，这段距离内没有能让您开到目的地的直流充电站。
    我的资料并不齐全：出发前请看看运营商的 App。
utter_journey_no_car = 我手上缺少规划行程要用的 { $name } 数据，不想乱猜。我们的同事可以帮您。
utter_journey_no_way = 我找不到开车从{ $origin }到{ $destination }的路线。我们的同事可以帮您规划。
alt_journey = 从{ $origin }到{ $destination }的路线图，{ $km }，中途充电 { $stops } 次：{ $name } 的电量从出发时的 { $start } 到到达时的 { $arrive }。
your_position = 您的位置
button_car = { $name }
button_percent = { $percent }
button_start_with = 以 { $percent } 电量出发
