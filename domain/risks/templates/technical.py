"""Technical risks: stability of algorithms, quality of data, performance of models, and the people who know."""

from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual

TEMPLATES = (
    Template(
        "training_diverges",
        "technical",
        "algorithm_stability",
        ("A large training run diverges late", "大规模训练后期发散"),
        ("The loss shows spikes that grow with the size of the model.", "损失函数出现随模型规模增大的尖峰。"),
        ("The run does not come back after a spike.", "训练在尖峰之后无法恢复。"),
        ("Weeks of computing are lost.", "损失数周的算力。"),
        (
            Usual(
                K.MITIGATE,
                ("Checkpoints and a rule for skipping batches", "检查点与跳批规则"),
                (
                    ("Keep checkpoints on two file systems", "在两套文件系统上保存检查点"),
                    ("Try the rule on the small model", "先在小模型上试行该规则"),
                ),
            ),
            Usual(
                K.MITIGATE, ("Technical reserve: a second recipe that is known to hold", "技术储备：已验证的备用方案")
            ),
        ),
        (Gauge(("Loss spikes a week", "每周损失尖峰次数"), "1", HIGHER, "2", "5"),),
        ("indicator.critical", "milestone.forecast_late"),
    ),
    Template(
        "evaluation_leakage",
        "technical",
        "data_quality",
        ("Test questions are in the training data", "测试题混入训练数据"),
        ("Public test sets are copied all over the web.", "公开测试集在网络上被大量转载。"),
        ("Reviewers find test questions in the corpus.", "评审在语料中发现测试题。"),
        ("The results are not believed, and the release waits.", "结果不被采信，发布推迟。"),
        (
            Usual(
                K.MITIGATE,
                ("Check for overlaps before every evaluation", "每次评测前检查重叠"),
                (
                    ("Remove thirteen-word overlaps", "去除十三词以上的重叠"),
                    ("Write a private test set", "自建不公开的测试集"),
                ),
            ),
        ),
        (Gauge(("Test items found in training data", "训练数据中的测试题比例"), "%", HIGHER, "0.1", "1"),),
        ("model.eval_contamination", "indicator.critical"),
    ),
    Template(
        "evaluation_regresses",
        "technical",
        "model_performance",
        ("A new version is worse than the last", "新版本不如上一版本"),
        ("Training data and recipe change together.", "训练数据与训练方案同时变动。"),
        ("The main metric falls on the same test set.", "同一测试集上主要指标下降。"),
        ("The release is put off, or users notice.", "发布推迟，或被用户察觉。"),
        (
            Usual(
                K.MITIGATE,
                ("Regular evaluation with a gate before release", "定期评测与发布门槛"),
                (
                    ("Fix the test set and the number of items", "固定测试集与样本数"),
                    ("Refuse a release whose drop is significant", "显著下降则拒绝发布"),
                ),
            ),
        ),
        (Gauge(("Main metric on the fixed test set", "固定测试集主要指标"), "1", LOWER, "0.90", "0.87"),),
        ("model.eval_regression", "indicator.trend", "milestone.criteria_failing"),
    ),
    Template(
        "data_drifts",
        "technical",
        "data_quality",
        ("Live data drift away from the training data", "线上数据偏离训练数据"),
        ("Customers, devices or habits change.", "客户、设备或使用习惯发生变化。"),
        ("Inputs leave the distribution that the model knows.", "输入超出模型所熟悉的分布。"),
        ("Quality falls slowly and unseen.", "质量在不知不觉中下降。"),
        (
            Usual(
                K.MITIGATE,
                ("Watch the distribution of inputs and retrain", "监测输入分布并定期重训"),
                (
                    ("Keep a reference histogram by feature", "为每个特征保存参考直方图"),
                    ("Plan a retraining every quarter", "每季度安排一次重训"),
                ),
            ),
        ),
        (Gauge(("Population stability index", "群体稳定性指数"), "1", HIGHER, "0.1", "0.25"),),
        ("data.drift", "indicator.trend"),
    ),
    Template(
        "labels_are_noisy",
        "technical",
        "data_quality",
        ("Labels are too noisy to learn from", "标注噪声过大"),
        ("Annotators read the guideline in different ways.", "标注员对规范的理解不一致。"),
        ("Agreement between annotators stays low.", "标注一致性始终偏低。"),
        ("The model stops improving; labelling is paid twice.", "模型不再提升，标注需重复付费。"),
        (
            Usual(
                K.MITIGATE,
                ("Data quality assurance", "数据质量保证"),
                (
                    ("Label a sample twice and measure agreement", "抽样双标并计算一致性"),
                    ("Rewrite the guideline with examples", "以示例重写标注规范"),
                ),
            ),
        ),
        (Gauge(("Agreement of annotators (kappa)", "标注一致性（Kappa）"), "1", LOWER, "0.75", "0.6"),),
        ("indicator.warning", "indicator.critical"),
    ),
    Template(
        "single_data_source",
        "technical",
        "data_quality",
        ("Most training data come from one source", "训练数据依赖单一来源"),
        ("One partner was quick to deliver.", "一家合作方供数最快。"),
        ("The source dries up or changes its form.", "该来源中断或改变格式。"),
        ("The next model cannot be trained.", "下一版模型无法训练。"),
        (
            Usual(
                K.AVOID,
                ("Second source of data", "建立第二数据来源"),
                (("Name two other partners", "列出另外两家合作方"), ("Sign one of them", "与其中一家签约")),
            ),
        ),
        (Gauge(("Share of the largest source", "最大来源占比"), "%", HIGHER, "60", "80", 30),),
        ("data.single_source",),
    ),
    Template(
        "compute_runs_out",
        "technical",
        "model_performance",
        ("Computing time ends before the run does", "算力在训练完成前耗尽"),
        ("The estimate left out failed runs.", "估算未计入失败的训练。"),
        ("The allocation is used up before the milestone.", "在里程碑之前额度用尽。"),
        ("A smaller model, or a queue of months.", "只能缩小模型，或排队数月。"),
        (
            Usual(
                K.MITIGATE,
                ("Reserve hours elsewhere", "在别处预留算力"),
                (
                    ("Apply for hours on a second cluster", "申请第二集群机时"),
                    ("Move a checkpoint there and back", "试迁移一次检查点"),
                ),
            ),
            Usual(K.TRANSFER, ("Contract with a right to more hours at a fixed price", "签订可按固定价格增购的合同")),
        ),
        (Gauge(("Hours left, in days of present use", "按当前用量剩余天数"), "d", LOWER, "45", "20"),),
        ("compute.exhausted", "compute.single_vendor"),
    ),
    Template(
        "key_researcher_leaves",
        "technical",
        None,
        ("A key researcher leaves", "核心研究员离职"),
        ("One person alone knows the recipe.", "训练方案只有一人掌握。"),
        ("That person leaves or falls ill.", "此人离职或患病。"),
        ("Work on the model stops for months.", "模型研发停滞数月。"),
        (
            Usual(
                K.MITIGATE,
                ("Two people for every core role", "每个核心岗位两人掌握"),
                (
                    ("Write down the recipe and rerun it by somebody else", "写下方案并由他人复现"),
                    ("Agree on notice and on shares that vest", "约定离职期与分期归属的股权"),
                ),
            ),
        ),
        (Gauge(("Core roles held by one person", "仅一人掌握的核心岗位数"), "1", HIGHER, "1", "3", 30),),
        ("talent.single_point", "talent.gap", "talent.attrition"),
    ),
    Template(
        "upstream_model_ends",
        "technical",
        "algorithm_stability",
        ("A base model or interface is switched off", "基础模型或接口停止服务"),
        ("The product stands on somebody else's model.", "产品依赖他人的模型。"),
        ("Its maker ends the version.", "提供方停用该版本。"),
        ("Prompts, tests and quality start anew.", "提示词、测试与质量需重新来过。"),
        (
            Usual(
                K.MITIGATE,
                ("Keep a second model that passes the tests", "保留通过测试的备用模型"),
                (("Run the tests on it every month", "每月在备用模型上运行测试"),),
            ),
        ),
        (Gauge(("Days until the version ends", "距版本停用天数"), "d", LOWER, "90", "30", 30),),
        ("model.upstream_deprecation",),
    ),
    Template(
        "confidently_wrong_answers",
        "technical",
        "model_performance",
        ("Users get answers that are wrong and sure", "用户得到自信但错误的回答"),
        ("The model answers where it knows nothing.", "模型在不知道时仍作答。"),
        ("Wrong answers reach users unmarked.", "错误回答未加标示就到达用户。"),
        ("Harm to users, and loss of trust.", "伤害用户，失去信任。"),
        (
            Usual(
                K.MITIGATE,
                ("Answers with sources, and a right to decline", "附带出处并允许拒答"),
                (
                    ("Measure wrong answers on real questions", "用真实问题测错误率"),
                    ("Hand over to a person below a threshold", "低于阈值时转人工"),
                ),
            ),
        ),
        (Gauge(("Wrong answers among those checked", "抽检错误率"), "%", HIGHER, "3", "6"),),
        ("indicator.critical", "indicator.trend"),
    ),
    Template(
        "prompt_injection",
        "technical",
        "algorithm_stability",
        ("Foreign texts take over the assistant", "外部文本劫持助手"),
        ("The assistant reads texts that others wrote and may act.", "助手会读取他人文本并可执行操作。"),
        ("A text makes it do what its user did not ask for.", "文本诱使其执行用户未要求的操作。"),
        ("Data leak, and orders are placed.", "数据泄露，误下订单。"),
        (
            Usual(
                K.MITIGATE,
                ("Least rights, and a person before every act", "最小权限，操作前人工确认"),
                (
                    ("List what it may do and cut it down", "列出并收窄其权限"),
                    ("Attack it every release", "每次发布前进行攻击测试"),
                ),
            ),
        ),
        (Gauge(("Attacks of the test that succeed", "攻击测试成功率"), "%", HIGHER, "1", "5", 30),),
        ("indicator.critical",),
    ),
    Template(
        "worse_for_some_users",
        "technical",
        "model_performance",
        ("The model is much worse for some groups", "模型对部分群体明显较差"),
        ("Groups are missing in the training data.", "训练数据缺少部分群体。"),
        ("The worst group falls far below the whole.", "最差群体远低于整体水平。"),
        ("Unfair treatment, complaints, no approval.", "不公平、投诉、无法获批。"),
        (
            Usual(
                K.MITIGATE,
                ("Measure by group and add data", "分群评测并补充数据"),
                (
                    ("Report every metric by group", "所有指标分群报告"),
                    ("Collect data for the worst group", "为最差群体补采数据"),
                ),
            ),
        ),
        (Gauge(("Worst group against the whole", "最差群体与整体之比"), "1", LOWER, "0.9", "0.8", 30),),
        ("model.slice_gap", "indicator.critical"),
    ),
    Template(
        "results_not_reproducible",
        "technical",
        "algorithm_stability",
        ("A result cannot be had again", "结果无法复现"),
        ("Data, code and seeds are not kept together.", "数据、代码与随机种子未一并保存。"),
        ("The best run cannot be repeated.", "最好的一次训练无法重做。"),
        ("The paper or the approval is withdrawn.", "论文或审批被撤回。"),
        (
            Usual(
                K.AVOID,
                ("Every run with data, code and seed on record", "每次训练记录数据、代码与种子"),
                (("Repeat the best run by somebody else", "由他人重做最佳训练"),),
            ),
        ),
        (Gauge(("Runs on record that could be repeated", "可复现训练占比"), "%", LOWER, "95", "80", 30),),
        ("milestone.criteria_failing",),
    ),
)
