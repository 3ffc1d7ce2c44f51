"""Market risks: demand that changes, competition, a falling share; and a chance."""

from domain.risks.tables import ResponseKind as K
from domain.risks.tables import RiskKind
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual

TEMPLATES = (
    Template(
        "demand_shifts",
        "market",
        "demand_changes",
        ("Customers want something else by now", "客户需求已经改变"),
        ("The product was specified a year ago.", "产品规格是一年前确定的。"),
        ("Interviews name another problem first.", "访谈中首先提到的是另一个问题。"),
        ("The release meets no demand.", "发布后没有需求。"),
        (
            Usual(
                K.MITIGATE,
                ("Regular research", "定期调研"),
                (
                    ("Five interviews every month", "每月五次访谈"),
                    ("Change the roadmap by what they say", "据此调整路线图"),
                ),
            ),
        ),
        (Gauge(("Interviews in 90 days", "90 天内访谈次数"), "1", LOWER, "10", "5", 30),),
        ("market.validation_missing",),
    ),
    Template(
        "pilot_does_not_convert",
        "market",
        "demand_changes",
        ("A pilot does not become a contract", "试点未能转为合同"),
        ("The pilot has no measure of success.", "试点没有成功标准。"),
        ("It ends without an order.", "试点结束而无订单。"),
        ("Half a year of work is not paid.", "半年的工作没有回报。"),
        (
            Usual(
                K.MITIGATE,
                ("Measure and price agreed on before the pilot", "试点前约定标准与价格"),
                (("Name the one who signs", "明确签约人"), ("Show the measure every month", "每月展示指标")),
            ),
        ),
        (Gauge(("Use by those invited, a week", "受邀用户周活跃率"), "%", LOWER, "40", "20"),),
        ("indicator.trend", "milestone.criteria_failing"),
    ),
    Template(
        "large_vendor_ships_the_same",
        "market",
        "competition",
        ("A large vendor ships the same function", "大厂商推出相同功能"),
        ("The function is an obvious next step for it.", "该功能是其自然的下一步。"),
        ("It is in the platform, without a price of its own.", "功能内置于平台，不另收费。"),
        ("New customers wait; prices fall.", "新客户观望，价格下跌。"),
        (
            Usual(
                K.MITIGATE,
                ("Differentiation", "差异化"),
                (
                    ("Name three things that it cannot do", "列出其做不到的三件事"),
                    ("Move to data that it does not have", "转向其没有的数据"),
                ),
            ),
        ),
        (Gauge(("Lost deals that name it", "提及该厂商的丢单数"), "1", HIGHER, "2", "5", 30),),
        ("market.competitor_move",),
    ),
    Template(
        "open_model_catches_up",
        "market",
        "competition",
        ("An open model becomes as good", "开源模型追平"),
        ("Open models improve by the quarter.", "开源模型每季度都在进步。"),
        ("One passes our test set at our level.", "某开源模型在我方测试集上达到同等水平。"),
        ("The model is no reason to pay any more.", "模型本身不再是付费理由。"),
        (
            Usual(
                K.MITIGATE,
                ("Build on what data and workflow give", "依靠数据与工作流"),
                (("Run the best open model on our tests", "用我方测试评测最佳开源模型"),),
            ),
            Usual(K.AVOID, ("Take the open model as a base", "以该开源模型为基础")),
        ),
        (Gauge(("Lead over the best open model", "相对最佳开源模型的领先"), "points", LOWER, "3", "0", 30),),
        ("indicator.trend", "market.competitor_move"),
    ),
    Template(
        "price_war",
        "market",
        "competition",
        ("Prices of model calls collapse", "模型调用价格崩塌"),
        ("Vendors buy market share.", "厂商低价抢占份额。"),
        ("The price falls under our cost.", "价格低于我方成本。"),
        ("Each customer costs money.", "每个客户都在亏钱。"),
        (
            Usual(
                K.MITIGATE,
                ("Lower the cost of serving", "降低服务成本"),
                (("Smaller model for easy questions", "简单问题用小模型"), ("Cache what repeats", "缓存重复内容")),
            ),
            Usual(K.MITIGATE, ("Sell a result, not calls", "按结果而非调用收费")),
        ),
        (Gauge(("Gross margin of a request", "单次请求毛利率"), "%", LOWER, "40", "0"),),
        ("model.serving_cost", "indicator.trend"),
    ),
    Template(
        "largest_customer_leaves",
        "market",
        "falling_share",
        ("The largest customer leaves", "最大客户流失"),
        ("Much of the revenue comes from one contract.", "大部分收入来自一份合同。"),
        ("The contract is not prolonged.", "合同不再续签。"),
        ("Revenue and the story for investors fall.", "收入下降，影响融资。"),
        (
            Usual(
                K.MITIGATE,
                ("Diversification", "多元化"),
                (
                    ("Win two customers of another trade", "赢得两家其他行业客户"),
                    ("Ask every quarter how content it is", "每季度了解其满意度"),
                ),
            ),
        ),
        (Gauge(("Share of the largest customer", "最大客户收入占比"), "%", HIGHER, "40", "60", 30),),
        ("market.customer_concentration",),
    ),
    Template(
        "channel_partner_ends",
        "market",
        "falling_share",
        ("A sales partner ends the agreement", "渠道伙伴终止合作"),
        ("The partner builds a product of its own.", "伙伴自建产品。"),
        ("It stops selling ours.", "停止销售我方产品。"),
        ("Half of the new customers stay away.", "一半新客户流失。"),
        (
            Usual(
                K.MITIGATE,
                ("Direct way to the customers", "建立直达客户的渠道"),
                (("Know every user by name", "掌握每一位用户"), ("Sign a second partner", "签约第二家伙伴")),
            ),
        ),
        (Gauge(("Share of new customers by one partner", "单一伙伴带来的新客户占比"), "%", HIGHER, "50", "70", 30),),
        ("market.customer_concentration",),
    ),
    Template(
        "users_do_not_trust_it",
        "market",
        "demand_changes",
        ("Users do not trust the model", "用户不信任模型"),
        ("It does not say why it decides so.", "模型不说明理由。"),
        ("They go round it or check everything.", "用户绕开它或逐条复核。"),
        ("The promised saving does not come.", "承诺的节省无法实现。"),
        (
            Usual(
                K.MITIGATE,
                ("Explanation beside each answer", "每个回答附带解释"),
                (
                    ("Watch ten users at work", "观察十位用户的工作"),
                    ("Show sources and certainty", "展示出处与把握程度"),
                ),
            ),
        ),
        (Gauge(("Answers that users take over", "被采纳的回答比例"), "%", LOWER, "60", "40"),),
        ("indicator.trend",),
    ),
    Template(
        "churn_rises",
        "market",
        "falling_share",
        ("More and more customers give notice", "客户流失率上升"),
        ("The first use does not become a habit.", "首次使用未形成习惯。"),
        ("Monthly churn doubles.", "月流失率翻倍。"),
        ("Growth costs more than it brings.", "增长得不偿失。"),
        (
            Usual(
                K.MITIGATE,
                ("Talk to everybody who leaves", "与每位流失客户交谈"),
                (("Call within a week", "一周内致电"), ("Mend the three reasons named most", "改进最常提到的三个原因")),
            ),
        ),
        (Gauge(("Customers lost a month", "月流失率"), "%", HIGHER, "3", "6", 30),),
        ("indicator.trend", "indicator.critical"),
    ),
    Template(
        "partner_brings_data",
        "market",
        "demand_changes",
        ("A partner opens its data and customers", "伙伴开放其数据与客户"),
        ("It looks for a model and has none.", "伙伴需要模型而自身没有。"),
        ("An agreement gives both access.", "签约后双方互通。"),
        ("A better model and a market at once.", "同时获得更好的模型与市场。"),
        (
            Usual(
                K.ENHANCE,
                ("Prototype on its data within a month", "一个月内用其数据做出原型"),
                (
                    ("Agree on use and deletion of the data", "约定数据使用与删除"),
                    ("Show the first result", "展示首个结果"),
                ),
            ),
            Usual(K.SHARE, ("Share the revenue", "分享收入")),
        ),
        kind=RiskKind.OPPORTUNITY,
    ),
)
