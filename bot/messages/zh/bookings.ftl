# Booking, looking up, moving and cancelling: test drives, services, home charger surveys.

# --- questions
utter_ask_booking_car = 您想试驾哪一款车？
utter_ask_booking_outlet = 去哪里对您比较方便？请告诉我城市，也可以分享您的位置，或者从下面选：
utter_ask_booking_time = 您什么时候方便？下面这些时间有空，也可以告诉我别的日期和时间：
utter_ask_booking_time_at = 您想什么时候到{ $outlet }？下面这些时间有空，也可以告诉我别的日期和时间：
utter_ask_booking_time_of_day = { $day }这些时间有空：
utter_ask_booking_need = 这次是做定期保养，还是车子有什么问题？您可以用一句话说明，再附上目前的里程数。
utter_need_words = 车子有什么状况？简单说一两句就可以，也可以附上里程数。
utter_ask_booking_stay = 您会在现场等，还是把车留下，晚点再来拿？
utter_ask_booking_plate = 请问车牌号码是多少？
utter_ask_booking_address = 请问要勘察的住家地址是哪里？请写上门牌号码、路名和城市。
utter_ask_booking_dwelling = 您家是有地房屋（排屋、独立式等），还是公寓？
utter_ask_booking_phase = 家里用的是单相电（single phase）还是三相电（3 phase）？不清楚也没关系，我们的同事会检查。
utter_ask_booking_name = 请问要用谁的名字预约？
utter_ask_booking_phone = 请问可以打哪个号码联系您？例如 012-345 6789。
utter_ask_which_check = 您想查哪个预约？
utter_ask_which_change = 您想更改哪个预约？
utter_ask_which_cancel = 您想取消哪个预约？
utter_ask_booking_reference = 这个对话里没有您的预约。如果是在别处预约的，请告诉我预约编号，例如 TD-7F3K2Q。想约新的，说“预约试驾”就可以。
utter_ask_access_phone = 那个预约留的是哪个电话号码？
utter_ask_booking_code = 如果编号和电话号码对得上，六位数的验证码已经发到当初预约的那个对话里。请问验证码是多少？十分钟内有效。
utter_ask_booking_code_again = 请再输入一次六位数的验证码，或者先到这里。

notice_title = 隐私通知

# --- what a message could not be taken as
utter_booking_help = 抱歉，这句我没听明白。
utter_car_not_driven = 目前没有 { $car } 可以试驾。可以试驾的有：{ $cars }。
utter_variant_not_driven = 目前没有 { $car } 可以试驾，我先帮您找其他版本的 { $model }。
utter_no_demo_cars = 我手上目前没有试驾车的资料。我们的同事可以帮您。
utter_no_outlet = { $place }附近没有门店可以约这个。
utter_outlet_taken = 为您选了{ $outlet }：{ $address }
utter_outlet_far = { $place }附近没有门店可以约这个，最近的是{ $outlet }，距离 { $distance }。
utter_no_survey_team = 我们的勘察团队目前还去不到那里。您可以换一个地址，或者请我们的同事帮您。
utter_address_where = 这个地址我看不出在哪个城市，请连城市一起写上。
utter_address_street = 谢谢您。还需要路名和门牌号码。
utter_name_invalid = 这个看起来不像名字。
utter_booking_phone_invalid = 这个不是有效的马来西亚或泰国电话号码。号码例如 012-345 6789 或 081 234 5678。
utter_plate_invalid = 这个看起来不像车牌号码。车牌例如 VAB 1234 或 1กข 1234。
utter_reference_invalid = 这个看起来不像预约编号。编号例如 TD-7F3K2Q。
utter_code_wrong = 验证码不对，或者已经过期了。
utter_code_limited = 您试的次数太多了。请在 { $wait }后再试，或者找我们的人工客服。
utter_licence_needed = 试驾的人必须持有有效驾照。可以请有驾照的亲友来开，欢迎您一起试乘。预约会登记开车那位的名字。

# --- times that are not to be had
utter_time_past = 这个时间已经过了。
utter_time_nonsense = 抱歉，我看不懂您说的日期或时间。
utter_time_closed_day = { $day }没有营业。
utter_time_holiday = { $day }是{ $holiday }，没有营业。
utter_time_outside_hours = { $day }的营业时间是{ $hours }。
utter_time_too_soon = 这个时间太赶了，最早可以约{ $earliest }。
utter_time_too_far = 这个时间太远了，目前最多可以约到{ $last }。
utter_time_full = { $time }已经有人约了。
utter_time_full_day = { $day }已经约满了。
utter_time_between_slots = { $time }没有时段可以约。
utter_time_elsewhere = 那里约不了“{ $car }”，可以到这里：{ $outlets }。
utter_time_nowhere = 我手上目前没有可以预约“{ $car }”的门店资料。
utter_take_your_time = 好的，您慢慢来，我等您。
utter_lookup_stopped = 好的，先不查了。
utter_time_not_then = { $day }的那个时间没有空位。
utter_time_none_earlier = 之前几天都没有更早的空位了。
utter_time_none_later = 之后几天都没有更晚的空位了。
utter_time_same = 您现在约的就是这个时间。
utter_time_ruled_out = 好的，避开这个时间。
utter_no_times = 接下来两个星期都没有空的时间了。我们的同事可以帮您。
utter_just_taken = 不好意思，刚好有人快了一步，这个时间已经被约走了。目前还没有帮您约到。
opening_stretch = { $start }至{ $end }
utter_change_keeps = 更改预约只能改时间和地点。要换车型、名字或电话，请取消这个预约再重新约，或者找我们的人工客服。

# --- questions about the appointment itself
utter_booking_length = 为您预留的时间是 { $length }。
utter_booking_length_unknown = 这要看地点，选好地点后我就能告诉您。
utter_booking_cost = 在这个对话里不用付款，我手上也没有{ $kind }的收费资料。想确认的话，可以请我们的同事帮您查。
utter_bring_licence = 请带上有效的驾照。其他要带的，我手上没有资料。
utter_bring_nothing = 我手上没有需要您带什么的资料。
utter_booking_company = 能不能带人一起来，我手上没有相关规定，可以请我们的同事帮您确认。

# --- the summary
utter_confirm_test_drive =
    请您核对一下：
    { $lines }
    确认预约，即表示试驾的人持有有效驾照。要帮您预约吗？
utter_confirm_service =
    请您核对一下：
    { $lines }
    要帮您预约吗？
utter_confirm_home_charger =
    请您核对一下：
    { $lines }
    要帮您预约吗？
utter_confirm_wait =
    请您核对一下：
    { $lines }
    要帮您排进当天的候补名单吗？一有空位，我会在这里问您要不要。
utter_confirm_move = 要把 { $reference } 从{ $old }改到{ $new }吗？
utter_confirm_move_outlet = 要把 { $reference } 从{ $old }改到{ $new }，地点改为{ $outlet }吗？
utter_confirm_cancel = 要取消 { $reference }（{ $what }，{ $time }）吗？
utter_what_to_change = 您想改哪一项？
line_what = • { $what }
line_when = • { $time }
line_where = • { $outlet }，{ $address }
line_map = • 导航：{ $link }
line_address = • 地址：{ $address }
line_need = • 服务内容：{ $need }
line_odometer = • 里程数：{ $km }
line_stay = • { $value }
line_dwelling = • 住家：{ $value }
line_phase = • 供电：{ $value }
line_plate = • 车牌：{ $plate }
line_name = • { $name }，{ $phone }
line_bring_licence = • 请记得带驾照。
line_sample = • 这是演示用的示例门店，不会真的为您预约。
what_test_drive = { $car } 试驾
what_service = 保养与维修
what_home_charger = 家用充电桩勘察
kind_test_drive = 试驾
kind_service = 保养与维修
kind_home_charger = 家用充电桩勘察
need_regular = 定期保养
need_repair = 维修
stay_wait = 在现场等
stay_drop_off = 把车留下
dwelling_house = 有地房屋
dwelling_condo = 公寓
phase_single = 单相电
phase_three = 三相电
phase_unknown = 单相或三相，待确认

# --- done
utter_booked =
    预约好了！您的预约编号是 { $reference }：{ $what }
    { $lines }
utter_requested =
    您的预约申请 { $reference } 已经提交：{ $what }
    { $lines }
    时间已经帮您留着，还要等门店确认；一确认，我会在这里告诉您。
utter_booking_moved =
    { $reference } 已经改好了：{ $what }
    { $lines }
utter_booking =
    { $reference }（{ $state }）：{ $what }
    { $lines }
utter_bookings = { $count ->
    [0] 您在这里目前没有预约。
   *[other] 您接下来有 { $count } 个预约：
}
utter_booking_cancelled = { $reference } 已经取消了：{ $what }。这个时段会开放给其他人。您还想预约别的吗？
utter_booking_kept = 好的，您的预约维持不变。
utter_booking_over = 这个预约已经结束或取消了，没办法再更改。
utter_booking_stopped = 好的，先不约了，没有帮您预约任何东西。
utter_change_stopped = 好的，先不继续了，您的预约维持不变。
utter_waiting = 已经帮您排进候补名单：{ $outlet }，{ $day }，第 { $position } 位。一有空位，我会在这里问您要不要。
utter_offer_declined = 好的，我会让给下一位。您还在候补名单上。
utter_offer_gone = 不好意思，这个空位的保留时间已经过了。
state_requested = 等待确认
state_confirmed = 已确认
state_reminded = 已确认
state_done = 已完成
state_no_show = 未赴约
state_cancelled = 已取消

# --- buttons
button_named = { $name }
button_need_regular = 定期保养
button_need_fault = 车子有问题
button_stay_wait = 我在现场等
button_stay_drop_off = 我把车留下
button_dwelling_house = 有地房屋
button_dwelling_condo = 公寓
button_phase_single = 单相电
button_phase_three = 三相电
button_phase_unknown = 不清楚
button_book_yes = 好，确认
button_book_change = 我想修改
button_stop_booking = 先不用了
button_change_time = 改时间
button_change_outlet = 改地点
button_change_car = 改车型
button_change_need = 改服务内容
button_change_plate = 改车牌
button_change_address = 改地址
button_change_name = 改名字
button_change_phone = 改电话
button_cancel_yes = 好，取消预约
button_cancel_no = 不，保留预约
button_change = 更改预约
button_cancel_booking = 取消预约
button_booking = { $reference }
button_wait_for = 排候补：{ $day }
button_calendar = 加入日历
