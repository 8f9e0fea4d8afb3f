"""The sorts of things that terms in quotation marks name: “夜诊”制度, “先看病”免费用药."""

from __future__ import annotations

SORT = (
    "(?:专项|免费|结算|联合|重点|综合|示范|工作|行动)?"
    "(?:服务包|服务|窗口|病房|门诊|小组|团队|管理|平台|项目|行动|工程|机制|模式|制度|政策|计划|工作法|改革|办法|用药|诊疗|救助)"
)
"""A pattern of what may stand right behind a term and belong to its name."""
