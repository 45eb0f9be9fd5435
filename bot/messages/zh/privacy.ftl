# 客户的哪些资料会保存。改动说明文字时，请在 knowledge/privacy/consents.py 里给它新的版本。

privacy_notice_bookings = 在您提供资料之前先说明：smart 的总代理 PRO-NET（Proton New Energy Technology Sdn Bhd）和您选择的门店，会用这些资料为您办理这次预约、就预约联系您，并提醒您。资料会加密保存。姓名、电话、车牌和地址在预约日的 6 个月后删除，这段对话在您最后一条消息的 12 个月后删除。是否提供由您决定，但没有这些资料就没办法预约。您随时可以输入“我的资料”，查看资料、索取副本、要求删除或停止提醒。
privacy_notice_messages = 只有和您自己的预约有关的事，我才会在这里主动联系您：预约提醒、预约变动，以及您候补的时段有了空位。不会有广告。输入“我的资料”就可以停止。

utter_privacy =
    以下是我在这段对话里加密保存的您的资料：
    { $kept }
    这些资料只用来回答您和办理您的预约。对话在您最后一条消息的 { $talk } 个月后删除，预约里的个人资料在预约日的 { $booking } 个月后删除。您可以索取副本、要求全部删除，或停止提醒。不是由我保存的资料，例如车里或 App 里的，可以问我们的同事。
privacy_kept_messages = • { NUMBER($count) } 条消息（从 { $since } 起），以及我从中记住的内容
privacy_kept_bookings = • { NUMBER($count) } 个有您资料的预约
privacy_kept_handovers = • { NUMBER($count) } 次转人工或回电的请求
privacy_kept_waiting = • { NUMBER($count) } 个候补登记
privacy_kept_consent_bookings = • 您对预约说明的同意（{ $date }）
privacy_kept_consent_messages = • 您对接收提醒的同意（{ $date }）
privacy_kept_stop = • 您不接收提醒的要求
privacy_going_upcoming = • 您还没到期的 { NUMBER($count) } 个预约会被取消

utter_privacy_export = 这是我保存的您的全部资料。链接 30 分钟内有效；拿到链接的人都能打开您的资料，请不要转发给别人。
link_export_json = 您的资料（JSON，供程序读取）
link_export_text = 您的资料（文本，方便阅读）

utter_privacy_erase =
    要把我保存的您的资料全部删除吗？删除后无法恢复：
    { $kept }
    留下的记录不含您的姓名：只记录曾经有过预约或取消，以及您何时同意了说明。
utter_privacy_erased = { $cancelled ->
        [0] 好了，我保存的您的资料已经全部删除。
       *[other] 好了，我保存的您的资料已经全部删除，还没到期的预约也取消了。
    }您再来找我的话，我们就从头开始。
utter_privacy_unchanged = 好的，什么都没有删除。还有别的可以帮您吗？
utter_privacy_stopped = 好了，我不会再主动联系您，预约提醒也不会发。您的预约不变，您来问我，我照样回答。如果是别人在联系您，请告诉我，我们的同事可以跟进。
utter_privacy_started = 提醒已经重新开启。{ $notice }

button_privacy_export = 索取资料副本
button_privacy_erase = 删除我的资料
button_privacy_erase_confirmed = 是的，全部删除
button_privacy_keep = 不，先保留
button_privacy_stop = 停止提醒
button_privacy_start = 开启提醒
