"""The usual responses of each category, offered wherever a risk is to be answered."""

from __future__ import annotations

from typing import Final

from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import Usual

TO_THREATS: Final[dict[str, dict[str, Usual]]] = {
    "technical": {
        "algorithm_stability": Usual(
            K.MITIGATE, ("Technical reserve: a second way that is known to hold", "技术储备：已验证的备用路线")
        ),
        "data_quality": Usual(K.MITIGATE, ("Data quality assurance", "数据质量保证")),
        "model_performance": Usual(
            K.MITIGATE, ("Regular evaluation and optimisation of the model", "定期评测与优化模型")
        ),
    },
    "funding": {
        "hard_to_raise": Usual(K.MITIGATE, ("Several funding channels", "多渠道融资")),
        "not_enough": Usual(K.MITIGATE, ("Cost control", "成本控制")),
        "broken_cash_chain": Usual(K.MITIGATE, ("Cash-flow management", "现金流管理")),
    },
    "market": {
        "demand_changes": Usual(K.MITIGATE, ("Regular market research", "定期市场调研")),
        "competition": Usual(K.MITIGATE, ("Differentiation", "差异化")),
        "falling_share": Usual(K.MITIGATE, ("Diversification", "多元化")),
    },
    "legal": {
        "compliance": Usual(K.AVOID, ("Compliance review", "合规审查")),
        "intellectual_property": Usual(K.MITIGATE, ("Protection of intellectual property", "知识产权保护")),
        "data_privacy": Usual(K.MITIGATE, ("Privacy protection", "隐私保护")),
    },
}
"""By category, each under the sub-type that it answers before the others."""

TO_OPPORTUNITIES: Final = (
    Usual(K.EXPLOIT, ("See to it that it comes: put the best people on it", "确保实现：投入最强力量")),
    Usual(K.ENHANCE, ("Make it more probable or worth more", "提高概率或收益")),
    Usual(K.SHARE, ("Bring it about with a partner", "与伙伴共同实现")),
    Usual(K.ACCEPT, ("Take it if it comes", "顺其自然，来则把握")),
)
