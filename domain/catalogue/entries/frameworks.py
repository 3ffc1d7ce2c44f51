"""Frameworks of deep learning."""

from __future__ import annotations

from domain.catalogue.entry import Change, Entry
from domain.catalogue.tables import CatalogueKind

CHECKED = "2026-11-26"

TENSORFLOW = Entry(
    "tensorflow",
    CatalogueKind.FRAMEWORK,
    "TensorFlow",
    (
        "A framework for building and running neural networks, from research to servers, browsers and phones.",
        "用于构建和运行神经网络的框架，覆盖研究、服务器、浏览器和手机。",
    ),
    strengths=(
        (
            "Mature ways into production: servers, browsers, phones and microcontrollers",
            "生产部署成熟：服务器、浏览器、手机和微控制器",
        ),
        ("Runs on GPUs and on TPUs, on one machine or many", "支持 GPU 和 TPU，单机或多机"),
        ("Tools around it for input pipelines and for watching a training", "配套输入管道和训练监控工具"),
    ),
    weaknesses=(
        ("Errors inside compiled graphs are hard to trace", "编译图中的错误难以定位"),
        ("New research is published for PyTorch more often", "新研究更多以 PyTorch 发布"),
        ("Several generations of its interface live side by side", "多代接口并存"),
    ),
    fits=(
        ("Models that must run on devices or in the browser", "需要在设备或浏览器中运行的模型"),
        ("Teams that already serve TensorFlow models", "已在线上使用 TensorFlow 模型的团队"),
    ),
    url="https://www.tensorflow.org/",
    licence_spdx="Apache-2.0",
    checked_on=CHECKED,
    changes=(
        Change(
            "2022-09",
            (
                "After version 2.10 there is no GPU support on native Windows any more; use WSL2.",
                "2.10 版之后不再支持原生 Windows 上的 GPU，请使用 WSL2。",
            ),
            "https://github.com/tensorflow/tensorflow/releases/tag/v2.11.1",
        ),
        Change(
            "2024-03",
            (
                "Since version 2.16 `tf.keras` is Keras 3; the former one is the package tf-keras.",
                "自 2.16 版起，`tf.keras` 即为 Keras 3；旧版以 tf-keras 包提供。",
            ),
            "https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1",
        ),
    ),
)

PYTORCH = Entry(
    "pytorch",
    CatalogueKind.FRAMEWORK,
    "PyTorch",
    (
        "A framework for neural networks that runs as ordinary Python, most used in research and for large models.",
        "以普通 Python 方式运行的神经网络框架，在研究和大模型中使用最广。",
    ),
    strengths=(
        ("Reads and is debugged like ordinary Python", "读写和调试与普通 Python 一致"),
        ("Most published models and methods come with code for it", "多数公开模型和方法附有其代码"),
        ("Distributed training of large models is part of it", "内置大模型分布式训练"),
    ),
    weaknesses=(
        ("Serving and small devices need tools beside it", "线上服务和小型设备需要额外工具"),
        ("Speed asks for work: compilation, memory, parallelism", "性能需要投入：编译、显存、并行"),
    ),
    fits=(
        ("Research, and training or tuning of large models", "研究，以及大模型的训练和微调"),
        ("Teams that hire from universities", "从高校招聘的团队"),
    ),
    url="https://pytorch.org/",
    licence_spdx="BSD-3-Clause",
    checked_on=CHECKED,
    changes=(
        Change(
            "2022-09",
            (
                "It belongs to the PyTorch Foundation under the Linux Foundation, no longer to one company.",
                "归属 Linux 基金会旗下的 PyTorch 基金会，不再属于单一公司。",
            ),
            "https://www.linuxfoundation.org/blog/blog/welcoming-pytorch-to-the-linux-foundation",
        ),
        Change(
            "2025-07",
            (
                "TorchScript is deprecated; models are exported with `torch.export`.",
                "TorchScript 已弃用，请用 `torch.export` 导出模型。",
            ),
            "https://docs.pytorch.org/docs/stable/jit_language_reference.html",
        ),
    ),
)

KERAS = Entry(
    "keras",
    CatalogueKind.FRAMEWORK,
    "Keras",
    (
        "A short and readable interface for neural networks above other frameworks.",
        "建立在其他框架之上的简洁易读的神经网络接口。",
    ),
    strengths=(
        ("Little code from an idea to a trained model", "从想法到训练好的模型代码量小"),
        ("The same model runs on TensorFlow, JAX or PyTorch", "同一模型可在 TensorFlow、JAX 或 PyTorch 上运行"),
        ("Easy to teach and to learn", "易教易学"),
    ),
    weaknesses=(
        ("Unusual training loops need the framework below", "特殊训练流程需要使用底层框架"),
        ("Errors pass through two layers", "错误信息跨越两层"),
    ),
    fits=(
        ("Prototypes, and teams new to deep learning", "原型，以及初次接触深度学习的团队"),
        ("Models that must not be bound to one framework", "不希望绑定单一框架的模型"),
    ),
    url="https://keras.io/",
    licence_spdx="Apache-2.0",
    checked_on=CHECKED,
    changes=(
        Change(
            "2023-11",
            (
                "Since Keras 3 it is not part of TensorFlow alone: it runs on TensorFlow, JAX and PyTorch.",
                "自 Keras 3 起不再仅属于 TensorFlow，可在 TensorFlow、JAX 和 PyTorch 上运行。",
            ),
            "https://keras.io/keras_3/",
        ),
    ),
)

MXNET = Entry(
    "mxnet",
    CatalogueKind.FRAMEWORK,
    "Apache MXNet",
    (
        "A framework for deep learning in several programming languages. It is retired: choose another one.",
        "支持多种编程语言的深度学习框架。已停止维护，请选择其他框架。",
    ),
    strengths=(
        ("Imperative and symbolic programs in one model", "同一模型中可混用命令式与符号式编程"),
        ("Interfaces for Python, Scala, R, Julia and C++", "提供 Python、Scala、R、Julia 和 C++ 接口"),
    ),
    weaknesses=(
        ("Nobody mends faults or security holes any more", "缺陷和安全漏洞不再有人修复"),
        ("No support for newer drivers and accelerators", "不支持较新的驱动和加速器"),
    ),
    fits=(("Running an old model until it has been moved to another framework", "在迁移到其他框架之前运行旧模型"),),
    url="https://mxnet.apache.org/",
    licence_spdx="Apache-2.0",
    checked_on=CHECKED,
    retired_on="2023-11-17",
    changes=(
        Change(
            "2023-09",
            (
                "The Apache Software Foundation has retired it to its Attic; since 2023-11-17 its repository can only "
                "be read.",
                "Apache 软件基金会已将其移入 Attic；其代码库自 2023-11-17 起只读。",
            ),
            "https://attic.apache.org/projects/mxnet.html",
        ),
    ),
)

FRAMEWORKS = (TENSORFLOW, PYTORCH, KERAS, MXNET)
