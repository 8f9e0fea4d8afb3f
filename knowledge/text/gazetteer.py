"""Names of places: those that jieba's dictionary has as such (its tag `ns`), which needs no dictionary of our own."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_BARE_SUFFIXES = "省市县区州"
# Words that mean something else far more often than the county or district of that name.
_ORDINARY = frozenset(
    "新建 城市 东方 和平 平安 文化 建设 东西 新城 朝阳 安定 开发 城关 大通 金山 长安 永安 新兴 健康 河口 市中 城中 大同 中心 高新 "
    "新区 福利 上门 普及 开放 振兴 解放 团结 发展 先进 光明 前进 向阳 红旗 胜利 友好 安全 海港 矿区 郊区 城区 东区 西区 南区 北区 "
    "山区 湖区 林区 港区 红星 爱民 爱国 太平 永定 吉利 富裕 明水 天长 高要 四会 双清 五大 四方 百强 惠民 杏林 太白 七星 三维 三角 "
    "上半 下半 上高 上街 东北 东南 西北 西南 华北 华东 华南 西部 东部 南部 北部 中和 中原 中美 中西 中站 共和 各县 各市 各省 两省 "
    "两当 外省 商城 富民 富源 兵库 城东 城北 城南 城西 城口 城固 大方 大名 大田 小店 小河 山口 山地 平原 平和 平定 平果 延长 建始 "
    "开化 开平 成安 方城 方山 无人 无极 普安 普定 板桥 来安 桥东 桥西 民和 民丰 民乐 永和 河东 河西 海岛 海盐 温泉 清新 清水 灯塔 "
    "盐田 盐湖 石棉 积累 精华 繁华 维亚 老城 自治 裕民 路北 路南 路桥 赤道 都市 长子 长乐 长寿 长海 阳春 陆地 高平 高原 高台 高明 "
    "高港 黑人 非上 萧条 太和 友谊 永年 沙河 洞口 旧城 水城 立山 信德 仁和 同仁 兴国 兴隆 安福 天河 红河".split()
)


@cache
def places() -> frozenset[str]:
    """The names of places, as printed: 杭州, 杭州市, 永嘉县."""
    spec = find_spec("jieba")
    folders = spec.submodule_search_locations if spec else None
    text = (Path(next(iter(folders))) / "dict.txt").read_text(encoding="utf-8") if folders else ""
    # Cut behind each such line, not into all of the 350,000 lines: this is read at each start.
    *ending, _ = text.split(" ns\n")
    return frozenset(lines.rpartition("\n")[2].split(" ", 1)[0] for lines in ending)


@cache
def bare_places() -> frozenset[str]:
    """The names of provinces, cities, counties and districts without 省, 市, 县, 区, 州: 杭州, 永嘉."""
    whole = (name for name in places() if name[-1] in _BARE_SUFFIXES and len(name) > 2)
    return frozenset(name[:-1] for name in whole) - _ORDINARY
