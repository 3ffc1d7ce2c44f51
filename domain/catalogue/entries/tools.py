"""Environments to work in, and what programs are packed with."""

from __future__ import annotations

from domain.catalogue.entry import Change, Entry
from domain.catalogue.tables import CatalogueKind

CHECKED = "2026-11-26"

COLAB = Entry(
    "google_colab",
    CatalogueKind.ENVIRONMENT,
    "Google Colab",
    (
        "Notebooks in the browser with hosted machines, GPUs and TPUs among them.",
        "浏览器中的笔记本，由托管机器运行，可用 GPU 和 TPU。",
    ),
    strengths=(
        ("Nothing to set up; free of charge to begin with", "无需安装，可免费开始"),
        ("Shared like a document", "像文档一样共享"),
    ),
    weaknesses=(
        ("Machines are not guaranteed, and are taken away after a while", "资源没有保证，运行一段时间后会被回收"),
        (
            "Data leave the company for a cloud in which the place is not chosen",
            "数据离开公司进入云端，且无法选择存放地点",
        ),
    ),
    fits=(
        ("Teaching, trials, and showing a result", "教学、试验和展示结果"),
        ("Not for production, nor for personal data without a contract", "不适合生产，也不适合无合同保障的个人数据"),
    ),
    url="https://colab.research.google.com/",
    checked_on=CHECKED,
    changes=(
        Change(
            "2022-09",
            (
                "Paid use is counted in compute units that are used up by the hour, the faster the machine the sooner.",
                "付费使用按计算单元计量，机器越快消耗越快。",
            ),
            "https://research.google.com/colaboratory/faq.html",
        ),
    ),
)

JUPYTER = Entry(
    "jupyter",
    CatalogueKind.ENVIRONMENT,
    "Jupyter",
    (
        "Notebooks of code, text and pictures on one's own machines, in forty and more languages.",
        "在自有机器上运行的笔记本，混排代码、文字和图片，支持四十多种语言。",
    ),
    strengths=(
        ("What was tried, what came of it and why stand together", "试验、结果和理由写在一起"),
        ("Runs where the data are", "在数据所在之处运行"),
    ),
    weaknesses=(
        ("Cells run in any order: what a notebook shows may not be what it does", "单元可乱序运行，所见未必所得"),
        ("Hard to review and to test", "难以审阅和测试"),
    ),
    fits=(
        ("Looking at data, and explaining an analysis", "探索数据、说明分析"),
        ("Not as the program that trains or serves every night", "不适合作为每晚训练或上线的程序"),
    ),
    url="https://jupyter.org/",
    licence_spdx="BSD-3-Clause",
    checked_on=CHECKED,
    changes=(
        Change(
            "2023-07",
            (
                "Notebook 7 is built on JupyterLab; extensions for the classic notebook do not run in it.",
                "Notebook 7 基于 JupyterLab 构建，经典版扩展无法在其中运行。",
            ),
            "https://jupyter-notebook.readthedocs.io/en/stable/notebook_7_features.html",
        ),
    ),
)

DOCKER = Entry(
    "docker",
    CatalogueKind.TOOL,
    "Docker",
    (
        "Packs a program with all that it needs, so that it runs the same on every machine.",
        "把程序及其依赖打包，使其在每台机器上运行一致。",
    ),
    strengths=(
        ("A training that ran once can be run again", "跑通一次的训练可以再次运行"),
        ("The same package on a laptop, a cluster and in the cloud", "笔记本、集群和云端使用同一镜像"),
    ),
    weaknesses=(
        ("Images with drivers for GPUs are large", "含 GPU 驱动的镜像体积大"),
        (
            "Who may use its service controls the machine, unless it runs without root",
            "能使用其服务者即可控制主机，除非以非 root 方式运行",
        ),
    ),
    fits=(
        ("Repeatable experiments, and handing a model over", "可重复的实验和模型交付"),
        ("Many small services on few machines", "少量机器上的众多小服务"),
    ),
    url="https://www.docker.com/",
    licence_spdx="Apache-2.0",
    checked_on=CHECKED,
    changes=(
        Change(
            "2022-01-31",
            (
                "Docker Desktop needs a paid subscription in companies with 250 employees or 10 million dollars of "
                "yearly revenue, and in government; the engine itself stays under Apache-2.0.",
                "员工满 250 人或年收入满 1000 万美元的公司以及政府机构使用 Docker Desktop 需付费订阅；"
                "引擎本身仍采用 Apache-2.0。",
            ),
            "https://docs.docker.com/subscription/desktop-license/",
        ),
    ),
)

TOOLS = (COLAB, JUPYTER, DOCKER)
