# 助手主动说的话：提醒、同事改动的预约、空出来的时间、验证码，以及日历里的预约。

notice_day_before =
    温馨提醒：您预约的{ $what }是{ $when }。
    { $lines }
    编号：{ $reference }
notice_hours_before =
    快到时间了：您预约的{ $what }是{ $when }，待会儿见！
    { $lines }
    编号：{ $reference }
notice_moved =
    我们把您预约的{ $what }改到了{ $when }。如果时间不合适，您可以再改。
    { $lines }
    编号：{ $reference }
notice_confirmed =
    已为您确认：{ $what }，{ $when }。
    { $lines }
    编号：{ $reference }
notice_cancelled = 您预约的{ $what }，{ $when }，已经取消（编号 { $reference }）。{ $because }
notice_because_outlet_closed = 很抱歉，那段时间门店不营业。
notice_because_car_unavailable = 很抱歉，那段时间这款车没有空。
notice_because_team_unavailable = 很抱歉，那段时间我们的同事没有空。
notice_because_customer_asked = 这是按您的要求取消的。
notice_because_unknown = 给您带来不便，非常抱歉。
notice_offer = 好消息：您等候的{ $what }有空出来的时间了：{ $when }，{ $outlet }。我为您保留到{ $until }，您要这个时间吗？
notice_offer_home = 好消息：您等候的{ $what }有空出来的时间了：{ $when }。我为您保留到{ $until }，您要这个时间吗？
notice_code = 预约 { $reference } 的验证码是 { $code }，有效至{ $until }。有人在另一个对话里要了这个验证码；如果不是您本人，请不要告诉任何人：没有它，谁也动不了您的预约。

notice_when_today = 今天，{ $when }
notice_when_tomorrow = 明天，{ $when }
notice_what_drive = 试驾（{ $car }）
notice_what_test_drive = 试驾
notice_what_service = 保养维修
notice_what_home_charger = 家用充电桩勘察
notice_line_place = 地点：{ $outlet }，{ $address }
notice_line_home = 我们的同事会到您留下的地址。
notice_line_licence = 请记得带上驾照。
notice_line_requested = 这个时间还需要我们确认，确认后我会通知您。

notice_button_change = 更改
notice_button_cancel = 取消预约
notice_button_accept = 要，帮我预约
notice_button_decline = 不用了
notice_button_again = 预约其他时间
notice_link_route = 路线

link_calendar_file = 加入日历
link_calendar_google = 加入 Google 日历
calendar_summary = smart：{ $what }
calendar_description = 编号 { $reference }。如需更改或取消，请联系 smart 助手。
