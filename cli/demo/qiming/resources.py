"""The resources of the ventures of Qiming in detail, and what they have added to the catalogue."""

from __future__ import annotations

from cli.demo.resource_stories import (
    DataStory,
    EntryStory,
    PoolStory,
    ResourcesStory,
    TalentStory,
    TechnologyStory,
    TenantResources,
    UseStory,
)
from domain.catalogue.tables import CatalogueKind
from domain.resources.data_tables import ConsentBasis, DataChannel, DataPurpose
from domain.resources.origin_tables import TalentChannel, TechnologySource

_ENTRIES = (
    EntryStory(
        "qiming_annotator",
        CatalogueKind.TOOL,
        "启明标注台",
        "内部会话与题目标注工具，支持双人复核。",
        strengths=("数据不出内网", "标注规则可版本化"),
        weaknesses=("不支持图像标注",),
        fits=("文本与对话数据标注",),
        url="https://annotator.qiming.example/",
        spdx="LicenseRef-Qiming-Internal",
        note="1.x 版已停止维护，请使用 2.x。",
        noted=-30,
        retired=-30,
    ),
)

SERVICE = ResourcesStory(
    data=(
        DataStory(
            "合作企业脱敏会话数据",
            DataChannel.PARTNERSHIP,
            "五家合作企业",
            spdx="LicenseRef-Partner-Contract",
            text="仅限本项目使用，合同到期后删除。",
            allows=(True, None, False),
            personal=True,
            basis=ConsentBasis.CONTRACT,
            consent=210,
            assessed=-90,
            uses=(
                UseStory(DataPurpose.EVALUATION, "算法组", "trial", start=-39, note="每周抽样评测。"),
                UseStory(DataPurpose.COMMERCIAL, "产品与运营组", "release", start=34),
            ),
        ),
        DataStory(
            "公开中文对话语料",
            DataChannel.PUBLIC_SET,
            "高校联合体",
            spdx="CC-BY-SA-4.0",
            url="https://corpus.example/zh",
            allows=(True, True, True),
            uses=(UseStory(DataPurpose.TRAINING, "算法组", "extension", start=-97, end=-40),),
            amount=820_000,
            unit="组",
        ),
    ),
    pools=(
        PoolStory(
            "云端 GPU 机时",
            "云启科技",
            "910B",
            30_000,
            weeks=(780, 820, 860, 840, 900, 880),
            used_for="trial",
            needs={"trial": 6_500, "release": 5_000},
            price="14.50",
            starts=-100,
            ends=150,
            runs=4,
            note="每周两次微调，发布前每晚回归。",
        ),
    ),
    technologies=(
        TechnologyStory(
            "训练框架", TechnologySource.OPEN_SOURCE, "PyTorch 基金会", "2.9", "BSD-3-Clause", code="pytorch"
        ),
        TechnologyStory(
            "语音识别引擎", TechnologySource.PURCHASED, "声河信息", "2026 版", None, "按并发路数计费，可本地部署。"
        ),
    ),
    talent=(
        TalentStory("高校联合培养研究生", TalentChannel.UNIVERSITY, "江城大学", "联合培养计划", "对话系统", -120, 240),
        TalentStory("客服主管培训班", TalentChannel.TRAINING, "行业协会", "智能客服运营", "知识库运营", -20, 30),
    ),
)

TUTORING = ResourcesStory(
    data=(
        DataStory(
            "出版社题库授权",
            DataChannel.PURCHASED,
            "新程出版社",
            spdx="LicenseRef-Publisher-Items",
            text="授权用于产品内展示与讲解，不得转授。",
            allows=(True, None, False),
            uses=(
                UseStory(DataPurpose.COMMERCIAL, "教研与算法组", "schools", start=-18),
                UseStory(DataPurpose.EVALUATION, "教研与算法组", "tutor", start=-74),
            ),
        ),
        DataStory(
            "教研组自编讲解",
            DataChannel.SELF_COLLECTED,
            "教研与算法组",
            spdx="LicenseRef-Own",
            allows=(True, True, True),
            uses=(UseStory(DataPurpose.TRAINING, "教研与算法组", "tutor", start=-74),),
            amount=46_000,
            unit="条",
        ),
        DataStory(
            "试点学校作答记录",
            DataChannel.SELF_COLLECTED,
            "试点学校",
            text="经监护人同意采集，仅用于改进讲解。",
            allows=(False, True, False),
            personal=True,
            basis=ConsentBasis.CONSENT,
            consent=300,
            assessed=-20,
            uses=(UseStory(DataPurpose.RESEARCH, "教研与算法组", "schools", start=-10),),
            amount=128_000,
            unit="条",
        ),
    ),
    pools=(
        PoolStory(
            "推理算力",
            "云启科技",
            "L20",
            9_000,
            weeks=(320, 340, 360, 410),
            used_for="schools",
            needs={"schools": 6_000},
            price="6.80",
            starts=-50,
            ends=90,
            note="按试点学校数估算。",
        ),
    ),
    technologies=(
        TechnologyStory(
            "开源语言模型", TechnologySource.OPEN_SOURCE, "开源社区", "7B", "Apache-2.0", "许可允许商用。", "pytorch"
        ),
        TechnologyStory(
            "题目标注工具", TechnologySource.JOINT_RESEARCH, "江城师范大学", "2.1", "LicenseRef-Qiming-Internal",
            code="qiming_annotator",
        ),
    ),
    talent=(
        TalentStory("兼职教研老师", TalentChannel.UNIVERSITY, "江城师范大学", "师范生实习", "初中数学讲解", -70, 120),
        TalentStory("算法工程师招聘", TalentChannel.RECRUITING, "猎才网", "秋季招聘", "数学推理模型", -40, 80),
    ),
)  # fmt: skip

QIMING = TenantResources({"QMKF": SERVICE, "QMZJ": TUTORING}, _ENTRIES)
