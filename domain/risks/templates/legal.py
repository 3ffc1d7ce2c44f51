"""Legal risks: data privacy, intellectual property, compliance."""

from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual

TEMPLATES = (
    Template(
        "data_licence_lost",
        "legal",
        "intellectual_property",
        ("A data licence is lost", "数据许可丧失"),
        ("The licensor changes its owner or its terms.", "许可方易主或更改条款。"),
        ("The licence is not renewed.", "许可未续期。"),
        ("The model must be trained again without these data.", "必须去除这些数据重新训练。"),
        (
            Usual(
                K.MITIGATE,
                ("Second licensor for the same kind of data", "同类数据的第二许可方"),
                (
                    ("Draft the agreement", "起草协议"),
                    ("Measure the model without these data", "评测去除该数据后的模型"),
                ),
            ),
            Usual(K.TRANSFER, ("Right to go on using what is trained", "约定已训练模型可继续使用")),
        ),
        (Gauge(("Days until the licence ends", "许可剩余天数"), "d", LOWER, "90", "30", 30),),
        ("data.licence_expiry", "data.licence_mismatch"),
    ),
    Template(
        "personal_data_leak",
        "legal",
        "data_privacy",
        ("Personal data leak out", "个人数据泄露"),
        ("Logs and training data hold more than needed.", "日志与训练数据保留过多。"),
        ("A stranger reads them, or the model tells them.", "外人读到，或被模型说出。"),
        ("Notices within 72 hours, fines, loss of trust.", "72 小时内通报、罚款、失去信任。"),
        (
            Usual(
                K.MITIGATE,
                ("Privacy protection", "隐私保护"),
                (
                    ("Take names out before training", "训练前去除姓名"),
                    ("Delete logs after 30 days", "30 天后删除日志"),
                ),
            ),
            Usual(K.TRANSFER, ("Insurance against leaks", "数据泄露保险")),
        ),
        (Gauge(("Personal items found in a sample", "抽样中发现的个人信息数"), "1", HIGHER, "1", "10"),),
        ("compliance.processing_unassessed", "indicator.critical"),
    ),
    Template(
        "consent_is_withdrawn",
        "legal",
        "data_privacy",
        ("People withdraw their consent", "数据主体撤回同意"),
        ("Data were collected for another purpose.", "数据原为其他目的收集。"),
        ("Many ask for deletion at once.", "大量用户同时要求删除。"),
        ("Data and perhaps the model must go.", "数据乃至模型必须删除。"),
        (
            Usual(
                K.MITIGATE,
                ("Know which data are in which model", "掌握各模型使用的数据"),
                (("Keep a register of consents", "建立同意登记册"), ("Rehearse one deletion", "演练一次删除")),
            ),
        ),
        (Gauge(("Deletions asked for a month", "每月删除请求数"), "1", HIGHER, "10", "50", 30),),
        ("data.licence_expiry",),
    ),
    Template(
        "regulators_notice",
        "legal",
        "compliance",
        ("The regulator sends a notice", "监管机构发出通知"),
        ("A complaint, or a sweep through the trade.", "投诉或行业检查。"),
        ("Documents are asked for within weeks.", "要求在数周内提交文件。"),
        ("The product is paused until it is answered.", "答复之前产品暂停。"),
        (
            Usual(
                K.MITIGATE,
                ("Compliance review", "合规审查"),
                (
                    ("Keep the technical file up to date", "保持技术文档更新"),
                    ("Name who answers, and a lawyer", "明确答复人与律师"),
                ),
            ),
        ),
        (Gauge(("Obligations without evidence", "缺少证据的合规义务数"), "1", HIGHER, "1", "3", 30),),
        ("compliance.obligation_overdue",),
    ),
    Template(
        "new_regulation_applies",
        "legal",
        "compliance",
        ("A new rule applies to the product", "新法规适用于产品"),
        ("Rules for artificial intelligence come into force in steps.", "人工智能法规分阶段生效。"),
        ("A date falls before the release.", "生效日期早于发布。"),
        ("Tests and papers that nobody has planned.", "出现未计划的测试与文件。"),
        (
            Usual(
                K.MITIGATE,
                ("Calendar of rules with an owner", "有负责人的法规日历"),
                (("Classify the product", "对产品分类"), ("Plan the obligations as milestones", "将义务列为里程碑")),
            ),
        ),
        (Gauge(("Days until the rule applies", "距法规生效天数"), "d", LOWER, "180", "60", 30),),
        ("compliance.regime_change", "compliance.obligation_overdue"),
    ),
    Template(
        "copyright_claim",
        "legal",
        "intellectual_property",
        ("An author claims a right in the training data", "作者对训练数据主张版权"),
        ("The corpus was gathered from the web.", "语料采集自网络。"),
        ("A claim or a suit arrives.", "收到索赔或诉讼。"),
        ("Damages, and works to be taken out.", "赔偿，并须移除作品。"),
        (
            Usual(
                K.MITIGATE,
                ("IP protection: a source and licence for each file", "知识产权保护：每个文件有来源与许可"),
                (("Record source and licence", "记录来源与许可"), ("Honour those who object", "尊重退出声明")),
            ),
            Usual(K.TRANSFER, ("Insurance, or indemnity by the supplier", "保险或由供应方赔偿")),
        ),
        (Gauge(("Files without a known licence", "许可不明文件占比"), "%", HIGHER, "5", "20", 30),),
        ("data.licence_mismatch", "data.licence_expiry"),
    ),
    Template(
        "patent_in_the_way",
        "legal",
        "intellectual_property",
        ("Somebody's patent is in the way", "他人专利构成障碍"),
        ("Nobody has searched before building.", "开发前未做检索。"),
        ("The holder asks for a licence or a stop.", "专利权人要求许可或停止。"),
        ("A rebuilt function, or a fee for each user.", "功能重做，或按用户付费。"),
        (
            Usual(
                K.AVOID,
                ("Search before the design is fixed", "设计定型前检索"),
                (
                    ("Order a search for the core method", "委托检索核心方法"),
                    ("Apply for patents of our own", "申请自有专利"),
                ),
            ),
        ),
        rules=("risk.assessment_overdue",),
    ),
    Template(
        "export_control",
        "legal",
        "compliance",
        ("Chips or models may not cross a border", "芯片或模型受出口管制"),
        ("Controls on exports are changed often.", "出口管制频繁调整。"),
        ("A delivery or a service is refused a licence.", "交付或服务未获许可。"),
        ("Hardware is missing, or a market is closed.", "缺少硬件，或失去市场。"),
        (
            Usual(
                K.MITIGATE,
                ("Second platform that is not controlled", "不受管制的第二平台"),
                (("Try training on it", "在其上试训练"), ("Ask for the licence early", "尽早申请许可")),
            ),
        ),
        (Gauge(("Hours on controlled hardware", "受管制硬件机时占比"), "%", HIGHER, "70", "90", 30),),
        ("compute.single_vendor", "compliance.regime_change"),
    ),
    Template(
        "approval_takes_longer",
        "legal",
        "compliance",
        ("The approval takes longer than planned", "审批时间超出计划"),
        ("The authority asks for more evidence.", "主管部门要求更多证据。"),
        ("The clock stops for a round of questions.", "补充材料期间计时中止。"),
        ("The release slips by a quarter or more.", "发布推迟一个季度以上。"),
        (
            Usual(
                K.MITIGATE,
                ("Ask the authority before the study", "研究前与主管部门沟通"),
                (("Request a meeting", "申请沟通会"), ("Agree on measures and numbers", "商定指标与样本量")),
            ),
        ),
        (Gauge(("Questions that are still open", "未答复的补充问题数"), "1", HIGHER, "5", "15", 14),),
        ("milestone.forecast_late", "compliance.obligation_overdue"),
    ),
)
