# 车型、价格、参数、对比与推荐。

utter_lineup_my =
    smart 各款车在马来西亚的情况：
    { $models }
utter_lineup_th =
    我手上没有 smart 已在泰国开卖的记录，所以不能跟您保证当地买得到哪一款。smart 的车型有：
    { $models }
lineup_on_sale = • { $name }（{ $variants }）：{ $when }
lineup_not_launched = • { $name }：没有在本地上市的记录
lineup_unknown = • { $name }：不确定本地有没有卖
launched_day = { $date }起发售
launched_month = { $date }起发售
launched_by = 最晚从{ $date }起在售

utter_price_one =
    { $name }：{ $amount }（{ $basis }），这是{ $date }的公布价。
    { $duty }
    { $source }
utter_price_unconfirmed =
    { $name } 的价格，我手上只有一个未经证实的数字：{ $amount }。这个数字我找不到出处，请别以此为准。今天的价格可以请我们的同事告诉您。
    { $duty }
utter_prices =
    这是我手上最新的价格（{ $basis }）。
    { $duty }
    { $legend }
utter_price_none_my = 我手上目前没有价格资料。我们的同事可以告诉您，要为您转接吗？
utter_price_none_th = 我手上没有泰国的价格，也没有当地经销商或热线的资料，不想随便猜一个数字。您可以留下电话，让我们的同事联系您。
utter_price_unknown = 我手上没有 { $name } 的价格。详情可以问我们的同事。
utter_no_such_variant = 我手上没有 { $name } { $variant } 版的资料。要看看有哪些版本吗？
duty_note = 整车进口（CBU）的电动车从{ $date }起恢复征收进口税，现在的价格可能不一样，请向经销商确认。
caption_prices = 价格资料
column_car = 车型
column_price = 价格
column_as_of = 日期
column_fact = 项目

basis_otr_without_insurance = 上路价，不含保险
basis_list = 没有注明包含哪些费用
basis_where_known = { $basis }，未注明的除外
basis_unknown = 是否上路价不详

utter_which_model = 您想了解哪一款车？
utter_spec_one =
    { $name } – { $attribute }：{ $value }{ $basis }。
    { $source }
utter_spec_table =
    { $name } 的资料如下。
    { $legend }{ $note }
spec_line = • { $attribute }：{ $value }
utter_spec_lines =
    { $name }：
    { $facts }
    { $legend }{ $note }
utter_lineup_one_my =
    在马来西亚的情况：
    { $models }
utter_lineup_one_th =
    我手上没有 smart 已在泰国开售的资料。车款的情况：
    { $models }
utter_spec_unknown = { $name } 的{ $attribute }，我手上没有可靠的资料，不想乱猜。我们的同事可以帮您查。
not_on_record = 暂无资料
only_variant = { $value }（仅 { $variant }）
marked = { $value }{ $mark }
legend = { $marks }资料日期：{ $oldest }至{ $newest }。
legend_day = { $marks }资料日期：{ $date }。
legend_none = 以上数字都有至少两个来源证实。
legend_reported = * 只有一个来源。
legend_unconfirmed = † 未经证实，请别以此为准。
legend_both = * 只有一个来源；† 未经证实，请别以此为准。
note_eu = 数字按欧洲规格，马来西亚的车可能不同。
note_none = {""}
source_dated = { $source }（{ $date }）
source_confirmed = 资料来源：{ $sources }。
source_reported = 资料来源：{ $sources }，只有这一个来源。
source_partly = 资料来源：{ $sources }，部分数字只有一个来源。
source_unconfirmed = 资料来源：{ $sources }，未经证实。

utter_compare =
    { $left } 和 { $right } 的对比如下。{ $verdict }
    { $legend }{ $note }
verdict_both = { $left } 的优势：{ $left_best }；{ $right } 的优势：{ $right_best }。
verdict_left = { $left } 的优势：{ $left_best }。
verdict_right = { $right } 的优势：{ $right_best }。
verdict_none = 就我手上的资料来看，两款不相上下。
caption_compare = { $left } / { $right }
utter_compare_which = 您想对比哪两款？
utter_compare_brand = 我手上没有 { $brand } 的可靠数据，不想靠猜来比。我可以给您看 smart 车型的资料，也可以请我们的同事给您建议。
utter_compare_unknown = 这一项我手上没有资料，没办法拿 { $left } 和 { $right } 来比。

utter_recommend =
    按您的需要，比较适合的是：
    { $cars }
    { $legend }
    { $duty }
utter_recommend_first =
    可以先看看：
    { $cars }
    { $legend }
    { $duty }
    您最看重什么？
utter_recommend_none = 我手上没有车型在您的国家发售的记录，不能随便给您推荐。我们的同事可以给您建议。
recommend_line = • { $name }（{ $price }）：{ $reasons }
recommend_line_caution = • { $name }（{ $price }）：{ $reasons }。请留意：{ $cautions }
reason_roomy = 空间宽敞（轴距 { $value }）
reason_boot = 后备厢 { $value }
reason_safety = 撞击测试 { $value }
reason_range = 续航 { $value }（WLTP）
reason_fast_charging = 充电快（最高 { $value }）
reason_compact = 车身小巧（车长 { $value }）
reason_price = 价格适中
reason_within_budget = 在预算内
reason_acceleration = 零百加速 { $value }
reason_power = 功率 { $value }
reason_balanced = 各方面都均衡
caution_no_price = 没有价格资料
caution_price_unconfirmed = 价格未经证实
caution_over_budget = 超出您的预算
caution_other_currency = 价格是另一种货币
need_family = 家用
need_long_distance = 常跑长途
need_city = 市区代步
need_performance = 性能
need_boot = 后备厢空间

variant_pro = Pro
variant_pro_plus = Pro+
variant_premium = Premium
variant_brabus = BRABUS
