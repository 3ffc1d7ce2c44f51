"""The line by which a model is delivered: from data to deployment (product.md D10)."""

from __future__ import annotations

from typing import Final

from domain.milestones.tables import DependencyKind
from domain.roadmaps.templates.template import After, Judged, PlanTemplate, Step, Work, at_least, at_most

AI_DELIVERY_LINE: Final = PlanTemplate(
    code="ai_delivery_line",
    title=("AI delivery line", "人工智能交付流程"),
    description=(
        "How a model gets from data to users: data preparation, training, evaluation, compression, explanation, "
        "deployment. The targets are usual ones; set your own.",
        "模型从数据到用户的全过程：数据准备、训练、评估、压缩、解释、部署。目标值为常见取值，请按自身情况调整。",
    ),
    steps=(
        Step(
            "data_preparation",
            ("Data are prepared", "数据准备完成"),
            ("Collected with licence and consent, cleaned, labelled, and split.", "合规采集、清洗、标注并划分数据集。"),
            (10, 20, 40),
            (
                at_least(
                    ("There are enough samples", "样本数量充足"),
                    ("labelled samples", "标注样本数"),
                    "50000",
                    ("samples", "条"),
                ),
                at_least(("Labels agree", "标注一致"), ("Cohen's kappa", "科恩 κ 系数"), "0.8", ("ratio", "比值")),
                at_most(("Few values are missing", "缺失值较少"), ("missing values", "缺失率"), "2", "%", must=False),
                Judged(("Licence and consent of every source are on file", "各数据源的许可与同意均已存档")),
            ),
            key=True,
            tasks=(
                Work(("Get licence and consent", "取得许可与同意"), 6),
                Work(("Clean and label", "清洗与标注"), 12),
                Work(("Split and freeze the data", "划分并冻结数据集"), 2),
            ),
        ),
        Step(
            "training",
            ("The model is trained", "模型训练完成"),
            (
                "Distributed training that can be repeated, with its runs recorded.",
                "可复现的分布式训练，并记录每次运行。",
            ),
            (10, 15, 35),
            (
                at_least(
                    ("It beats the baseline on validation data", "验证集优于基线"),
                    ("gain over baseline", "相对基线提升"),
                    "5",
                    "%",
                ),
                at_least(
                    ("Processors are kept busy", "算力利用充分"),
                    ("GPU utilisation", "GPU 利用率"),
                    "70",
                    "%",
                    must=False,
                ),
                Judged(("A second run from the same seed gives the same result", "相同随机种子可复现结果"), must=False),
            ),
            (After("data_preparation"),),
            tasks=(
                Work(("Set up distributed training", "搭建分布式训练"), 4),
                Work(("Train and record the runs", "训练并记录运行"), 10),
            ),
        ),
        Step(
            "evaluation",
            ("The model is evaluated", "模型评估完成"),
            (
                "On data that it has never seen, by groups, and against misuse.",
                "在未见数据上、按群体并针对滥用进行评估。",
            ),
            (5, 8, 15),
            (
                at_least(("It is accurate on unseen data", "未见数据上准确"), "F1", "0.9", ("ratio", "比值")),
                at_most(
                    ("It treats groups alike", "群体间公平"),
                    ("gap between groups", "群体差距"),
                    "0.05",
                    ("ratio", "比值"),
                ),
                at_least(
                    ("It holds against disturbed input", "对扰动输入稳健"),
                    ("accuracy when disturbed", "扰动准确率"),
                    "0.8",
                    ("ratio", "比值"),
                    must=False,
                ),
            ),
            (After("training"),),
            key=True,
            tasks=(
                Work(("Measure on unseen data", "在未见数据上评测"), 3),
                Work(("Measure by groups", "按群体评测"), 3),
                Work(("Try to break it", "对抗测试"), 2),
            ),
        ),
        Step(
            "compression",
            ("The model is compressed", "模型压缩完成"),
            ("Pruned, quantised or distilled until it fits where it is to run.", "剪枝、量化或蒸馏，以适应运行环境。"),
            (5, 10, 20),
            (
                at_most(("It is small enough", "模型体积"), ("size", "体积"), "500", "MB"),
                at_most(
                    ("Little accuracy is lost", "精度损失小"), ("loss of F1", "F1 损失"), "0.01", ("ratio", "比值")
                ),
                at_most(("It answers in time", "推理及时"), ("p95 latency", "P95 时延"), "200", "ms"),
            ),
            (After("evaluation"),),
            tasks=(
                Work(("Prune and quantise", "剪枝与量化"), 6),
                Work(("Measure again", "重新评测"), 3),
            ),
        ),
        Step(
            "explanation",
            ("The model is explained", "模型解释完成"),
            (
                "What its answers rest on, and a model card that says what it is not for.",
                "说明其结论依据，并以模型卡注明不适用场景。",
            ),
            (5, 8, 15),
            (
                at_least(
                    ("Experts can follow its explanations", "专家认可解释"),
                    ("explanations accepted", "解释认可率"),
                    "80",
                    "%",
                    must=False,
                ),
                Judged(("The model card is complete", "模型卡完整")),
            ),
            (After("evaluation", DependencyKind.FINISH_TO_START),),
            tasks=(
                Work(("Explain with experts", "与专家核对解释"), 5),
                Work(("Write the model card", "撰写模型卡"), 3),
            ),
        ),
        Step(
            "deployment",
            ("The model is deployed", "模型部署完成"),
            ("Rolled out in steps, watched, and taken back when it misbehaves.", "分步上线、持续监控，异常时可回滚。"),
            (5, 10, 20),
            (
                at_least(("The service is up", "服务可用性"), ("availability", "可用性"), "99.5", "%"),
                at_most(("It answers under load", "负载下及时响应"), ("p95 latency", "P95 时延"), "300", "ms"),
                Judged(("Drift of data and quality is watched", "监控数据与质量漂移")),
                Judged(("The former version can be brought back", "可回滚至上一版本")),
            ),
            (After("compression"), After("explanation", DependencyKind.FINISH_TO_FINISH, 2)),
            key=True,
            tasks=(
                Work(("Roll out in steps", "分步上线"), 5),
                Work(("Watch for drift", "监控漂移"), 3),
                Work(("Rehearse the way back", "演练回滚"), 2),
            ),
        ),
    ),
)
