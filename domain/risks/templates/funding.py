"""Funding risks: money that is hard to raise, not enough, or does not come in time; and a chance."""

from domain.risks.tables import ResponseKind as K
from domain.risks.tables import RiskKind
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual

RUNWAY = Gauge(("Runway in months", "现金可支撑月数"), "months", LOWER, "6", "3", 30)

TEMPLATES = (
    Template(
        "round_slips",
        "funding",
        "hard_to_raise",
        ("The round closes months late", "融资晚数月完成"),
        ("Investors wait for the next result.", "投资人等待下一个成果。"),
        ("No signed term sheet by the planned day.", "计划日期前未签投资意向书。"),
        ("Cash ends before the round does.", "资金在融资完成前耗尽。"),
        (
            Usual(
                K.MITIGATE,
                ("Several funding channels", "多渠道融资"),
                (
                    ("Talk to two lenders and one grant office", "接洽两家贷款方与一个资助机构"),
                    ("Agree on a bridge with present investors", "与现有投资人商定过桥资金"),
                ),
            ),
            Usual(K.MITIGATE, ("Plan of cuts by month", "按月的节支方案")),
        ),
        (RUNWAY,),
        ("funding.runway", "funding.gap", "funding.raise_too_late"),
    ),
    Template(
        "lead_investor_withdraws",
        "funding",
        "hard_to_raise",
        ("The lead investor withdraws", "领投方退出"),
        ("The round hangs on one name.", "融资系于一家机构。"),
        ("The lead steps back before signing.", "领投方在签约前退出。"),
        ("Those who follow step back as well.", "跟投方随之退出。"),
        (
            Usual(
                K.MITIGATE,
                ("A second lead that is kept informed", "保持第二家领投方知情"),
                (("Send it the same monthly report", "向其发送同样的月报"),),
            ),
        ),
        (Gauge(("Share of the largest source in the round", "最大出资方占比"), "%", HIGHER, "50", "70", 30),),
        ("funding.concentration", "funding.gap"),
    ),
    Template(
        "grant_is_refused",
        "funding",
        "hard_to_raise",
        ("A grant that is counted on is refused", "预期的资助未获批"),
        ("The plan takes the grant for certain.", "计划将资助视为确定收入。"),
        ("The application is refused or cut.", "申请被拒或被削减。"),
        ("A work package has no money.", "一项工作没有经费。"),
        (
            Usual(
                K.MITIGATE,
                ("A plan that holds without the grant", "不依赖该资助的方案"),
                (("Mark what would be dropped", "标明可放弃的工作"), ("Apply for a second call", "申请第二个项目")),
            ),
        ),
        (RUNWAY,),
        ("funding.gap",),
    ),
    Template(
        "gpu_price_rises",
        "funding",
        "not_enough",
        ("Computing becomes dearer", "算力价格上涨"),
        ("Demand for accelerators outgrows supply.", "加速卡供不应求。"),
        ("The hourly price rises by a third or more.", "每小时价格上涨三分之一以上。"),
        ("The budget of the next run is not enough.", "下一次训练预算不足。"),
        (
            Usual(
                K.TRANSFER,
                ("Fixed price for a year", "锁定一年价格"),
                (("Ask three vendors for a reservation", "向三家供应商询价预留"),),
            ),
            Usual(K.MITIGATE, ("Smaller model, lower precision", "更小的模型与更低精度")),
        ),
        (Gauge(("Price of a GPU hour against the plan", "GPU 小时价格与计划之比"), "%", HIGHER, "115", "133"),),
        ("compute.cost_per_run", "funding.overspend", "indicator.trend"),
    ),
    Template(
        "budget_is_overrun",
        "funding",
        "not_enough",
        ("The work costs more than planned", "成本超出预算"),
        ("Experiments take more tries than estimated.", "实验次数多于估计。"),
        ("The cost index falls under 0.9.", "成本绩效指数低于 0.9。"),
        ("The last work package has no money.", "最后一项工作没有经费。"),
        (
            Usual(
                K.MITIGATE,
                ("Cost control", "成本控制"),
                (("Approve each run above a limit", "超限训练逐次审批"), ("Review cost every month", "每月审查成本")),
            ),
        ),
        (Gauge(("Cost performance index", "成本绩效指数"), "1", LOWER, "0.9", "0.8", 30),),
        ("funding.overspend", "funding.burn_spike"),
    ),
    Template(
        "labelling_cost_explodes",
        "funding",
        "not_enough",
        ("Labelling costs far more than planned", "标注成本远超计划"),
        ("Experts are needed where students were planned.", "原计划由学生完成的标注需由专家完成。"),
        ("The price of a label doubles.", "单条标注价格翻倍。"),
        ("Fewer labels, or a later release.", "标注减少，或发布推迟。"),
        (
            Usual(
                K.MITIGATE,
                ("Label what teaches most", "优先标注最有价值的样本"),
                (("Choose items by the model's doubt", "按模型不确定性选样"),),
            ),
        ),
        (Gauge(("Price of a label against the plan", "单条标注价格与计划之比"), "%", HIGHER, "120", "160", 14),),
        ("funding.overspend",),
    ),
    Template(
        "customer_pays_late",
        "funding",
        "broken_cash_chain",
        ("A large customer pays months late", "大客户拖欠数月"),
        ("Payment hangs on an acceptance that drags on.", "付款取决于迟迟未完成的验收。"),
        ("An invoice stays open for 90 days.", "账单逾期 90 天未付。"),
        ("Salaries cannot be paid in time.", "无法按时发薪。"),
        (
            Usual(
                K.MITIGATE,
                ("Cash-flow management", "现金流管理"),
                (
                    ("Ask for part payments by milestone", "按里程碑分期收款"),
                    ("Agree on a credit line", "商定信用额度"),
                ),
            ),
            Usual(K.TRANSFER, ("Insure or sell the invoice", "应收账款保险或保理")),
        ),
        (Gauge(("Days that invoices stay open", "应收账款天数"), "d", HIGHER, "60", "90", 30), RUNWAY),
        ("funding.runway", "funding.gap"),
    ),
    Template(
        "tranche_milestone_missed",
        "funding",
        "broken_cash_chain",
        ("A tranche hangs on a milestone that slips", "分期出资的里程碑延期"),
        ("Money comes only when the milestone is reached.", "达到里程碑才出资。"),
        ("The milestone is not reached by the day agreed on.", "约定日期未达到里程碑。"),
        ("The tranche is put off or cut.", "出资推迟或削减。"),
        (
            Usual(
                K.MITIGATE,
                ("Agree early on another date or measure", "提前商定新日期或新指标"),
                (("Show the forecast to the investor", "向投资人展示预测"),),
            ),
        ),
        (RUNWAY,),
        ("funding.tranche_at_risk", "milestone.forecast_late"),
    ),
    Template(
        "cloud_credits_end",
        "funding",
        "broken_cash_chain",
        ("Cloud credits end and the bill begins", "云额度用完开始计费"),
        ("The product was built on free computing.", "产品建立在免费算力之上。"),
        ("The credits end before there is revenue.", "有收入之前额度已用尽。"),
        ("Burn doubles within a month.", "支出在一个月内翻倍。"),
        (
            Usual(
                K.MITIGATE,
                ("Know the cost without credits", "掌握无额度时的成本"),
                (("Show the full price in every report", "每份报告列出全价"), ("Try a second cloud", "试用第二家云")),
            ),
        ),
        (Gauge(("Credits left, in days of present use", "按当前用量额度剩余天数"), "d", LOWER, "90", "30"),),
        ("compute.exhausted", "funding.burn_spike"),
    ),
    Template(
        "grant_call_fits",
        "funding",
        "hard_to_raise",
        ("A call for grants fits the roadmap", "有资助项目契合路线图"),
        ("A public programme funds the same field.", "公共计划资助同一领域。"),
        ("The application succeeds.", "申请成功。"),
        ("A work package is paid for without giving up shares.", "无需出让股权即可获得经费。"),
        (
            Usual(
                K.EXPLOIT,
                ("Apply with a partner who has done it before", "与有经验的伙伴联合申请"),
                (
                    ("Read the call and name the gap", "研读通知并找出差距"),
                    ("Ask the partner for a letter", "请伙伴出具支持信"),
                ),
            ),
            Usual(K.SHARE, ("Leave the lead to the university", "由高校牵头")),
        ),
        kind=RiskKind.OPPORTUNITY,
    ),
)
