"""What people said in the ventures of 启明创研."""

from __future__ import annotations

from cli.demo.speech import Heard, Remark
from domain.reviews.states import FeedbackKind

SERVICE_REMARKS = (
    Remark(-7, "方言语音识别效果差", "wang", "粤语测试集已扩充到两千条，请周航下周复测。", to=("zhou",)),
)
SERVICE_HEARD = (
    Heard(-9, "wang", FeedbackKind.PROBLEM, "夜间转人工要等三分钟以上。", "试用客户"),
    Heard(-3, "wang", FeedbackKind.IDEA, "希望答复下方显示依据的条款。", "试用客户"),
)
TUTORING_REMARKS = (Remark(-5, "题库授权到期未续", "zhao", "出版社已同意续期，合同下周签署。"),)
TUTORING_HEARD = (Heard(-8, "zhao", FeedbackKind.PRAISE, "学生愿意主动看完讲解步骤。", "试点学校"),)
