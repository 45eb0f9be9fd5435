# 对话本身的用语，以及各项功能共用的词句。

utter_greet = 您好！我是 smart 助手。smart #1 和 #3 的价格、续航、充电、行程，或者想对比车型，都可以问我。您想了解什么？
utter_goodbye = 再见，谢谢您来聊。有需要随时找我。
utter_thank = 不客气！还有什么想了解的吗？
utter_identity = 我是 smart 在马来西亚和泰国的数码助手，是一套软件，不是真人。如果您想找真人同事，跟我说一声就可以。
utter_smalltalk = 很高兴和您聊天，我一切都好！我最熟的还是 smart 的车。您想了解什么？
utter_out_of_scope = 抱歉，这个我帮不上忙。smart 的车型、价格、参数、车型对比、充电和行程，都可以问我。
utter_help =
    我可以帮您：
    • 查车型和价格
    • 查续航、动力、尺寸等资料
    • 对比车型，或帮您选车
    • 找充电站、充电时间和费用、规划行程
    • 了解公司、软件更新、电池和保修
    • 联系我们的同事
    您想了解什么？
utter_language_changed = 好的，接下来用中文和您聊。有什么可以帮您？
utter_language_which = 我可以用英文、马来文、中文和泰文和您聊。您想用哪一种？
utter_affirm = 好的。您想了解什么？
utter_deny = 好的。还有别的可以帮您吗？
utter_cancel = 好的，先不继续了。接下来您想了解什么？
utter_clarify = 我不太确定您的意思。您想问的是下面哪一项？
utter_not_understood = 抱歉，我还是没听明白。您可以换个说法，或者我请同事来帮您。
utter_soon = “{ $feature }”这项功能我这边还在准备，暂时帮不上忙。这个可以找我们的同事，要为您转接吗？
utter_breakdown = 您先别急，安全最重要：可以的话，把车停到安全的地方，打开危险警示灯（双闪），人离来往车辆远一点。如果有人受伤或有危险，请马上拨打当地的紧急电话。要为您转接我们的同事吗？
utter_complain = 很抱歉，让您遇到这样的事。我想请同事来跟进，您在这里写的内容他们都看得到。要为您转接吗？
utter_feedback = 谢谢您，您的意见能帮我们做得更好。如果有需要处理的地方，可以请我们的同事跟进。

utter_empty = 您发来的消息没有内容。您想了解什么？
utter_too_long = 这条消息有 { NUMBER($length) } 个字，太长了，我最多只能读 { NUMBER($limit) } 个字。麻烦您用几句话说说最想问的，好吗？
utter_fault = 抱歉，我这边出了点问题，现在回答不了您。您的消息已经保留，请稍后再试，或者找我们的人工客服。
utter_slow = 您的消息收到了，我还在处理，答案随后发给您。
utter_old_button = 这个按钮是之前留下的，已经失效了。您想了解什么？

button_models = 车型
button_prices = 价格
button_recommend = 帮我选车
button_agent = 转人工客服
button_callback = 请给我回电
button_cancel = 取消
button_about = 了解 { $name }
button_price_of = { $name } 的价格
button_compare = 对比车型
button_versus = { $left } 对比 { $right }
button_versus_best = 对比这两款

language_en = English
language_ms = Bahasa Melayu
language_zh = 简体中文
language_th = ภาษาไทย

list_comma = 、
list_last = 和

date_day = { $year }年{ $number }月{ $day }日
date_month = { $year }年{ $number }月
date_year = { $year }年
# A day with its weekday, and an hour: Unicode's date patterns (UTS 35), filled in by Babel.
moment_day = M月d日（EEE）
moment_time = Bh:mm
moment_hour = Bh点
moment_noon = 中午12点
moment_midnight = 凌晨0点
moment_day_year = { $year }年{ $day }
moment_day_time = { $day }{ $time }

# 问题可能的意思：既是按钮文字，也是 utter_soon 里的功能名称。
meaning_ask_help = 您能做什么
meaning_ask_identity = 您是谁
meaning_smalltalk = 随便聊聊
meaning_change_language = 切换语言
meaning_ask_lineup = 有哪些车型
meaning_ask_spec = 车辆参数
meaning_compare_models = 对比车型
meaning_recommend_model = 帮我选车
meaning_ask_driver_assistance = 驾驶辅助
meaning_ask_connectivity = 手机 App 与车机
meaning_ask_ota = 软件更新
meaning_ask_battery = 电池
meaning_ask_warranty = 保修
meaning_ask_sustainability = 环保
meaning_ask_company = 关于公司
meaning_ask_price = 价格
meaning_ask_financing = 车贷与供期
meaning_ask_promotion = 优惠活动
meaning_ask_running_cost = 养车费用与路税
meaning_ask_delivery = 现车与交车
meaning_ask_trade_in = 旧车换新车
meaning_ask_buying_process = 购车流程
meaning_find_charger = 找充电站
meaning_check_charger = 充电桩有没有空位
meaning_ask_charging_time = 充电时间
meaning_ask_charging_cost = 充电费用
meaning_ask_home_charger = 家用充电桩
meaning_ask_charging_howto = 怎么充电
meaning_plan_journey = 规划行程
meaning_ask_service = 保养与维修
meaning_report_breakdown = 故障或事故
meaning_complain = 我要投诉
meaning_book_test_drive = 预约试驾
meaning_book_service = 预约保养
meaning_book_home_charger = 预约充电桩勘察
meaning_check_booking = 我的预约
meaning_change_booking = 更改预约
meaning_cancel_booking = 取消预约
meaning_find_outlet = 展厅与服务中心
meaning_talk_to_agent = 转人工客服
meaning_request_callback = 请给我回电
meaning_ask_privacy = 我的个人资料
meaning_give_feedback = 提意见
