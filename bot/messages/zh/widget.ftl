# 网页聊天窗口：问候、标签与提示。

widget_name = smart assistant
widget_subtitle = smart 汽车自动客服助手
widget_subtitle_agent = 正在由我们的同事为您服务
widget_open = 打开 smart assistant 聊天窗口
widget_close = 关闭聊天窗口
widget_unread = 新消息：{ $count } 条
widget_language = 语言

widget_greeting = 您好！我是 smart 自动助手。smart 的车型、价格、续航和充电，您都可以问我；需要人工客服时，我也可以为您转接。
widget_suggestion_price = smart #1 多少钱？
widget_suggestion_compare = 对比 #1 和 #3
widget_suggestion_charging = 充电需要多长时间？
widget_suggestion_person = 转人工客服
widget_suggestions = 建议回复

widget_messages = 对话
widget_earlier = 查看更早的消息
widget_you = 您
widget_assistant = 助手
widget_agent = 客服同事
widget_typing = 助手正在输入
widget_new_message = 新消息

widget_input = 您的消息
widget_placeholder = 请输入消息
widget_send = 发送
widget_over_limit = 超出 { $count } 字
widget_sending = 发送中
widget_waiting = 等待网络连接
widget_sent = 已发送
widget_failed = 未发送
widget_retry = 重试

widget_location = 发送我的位置
widget_location_message = 这是我的位置
widget_location_finding = 正在获取您的位置……
widget_location_denied = 浏览器未允许本页面获取您的位置。您可以在浏览器设置中允许，或直接输入地名。
widget_location_failed = 无法获取您的位置，请直接输入地名。

widget_offline = 连接已断开。您发送的内容会保留，恢复连接后自动发出。
widget_online = 已恢复连接
widget_new_session = 之前的对话无法继续，已为您开始新的对话。

widget_previous = 上一张
widget_next = 下一张
widget_cards = 卡片
widget_details = 查看详情
widget_new_tab = 在新标签页中打开

widget_error_too_long = 这条消息太长，最多 4,000 字。请您缩短，或分几条发送。
widget_error_empty = 消息为空，请您先输入内容。
widget_error_rate = 短时间内消息过多，请您稍候再试。
widget_error_busy = 当前咨询的人较多，请您一分钟后再试。
widget_error_version = 聊天窗口已更新，请您刷新本页面。
widget_error_bad_frame = 无法读取这条消息，请您刷新本页面后再试。
widget_error_fault = 我们的系统出了问题，这条消息未能接收，请您再试一次。
