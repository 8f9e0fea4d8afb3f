"""Plans of invented counties that are not copies of one another, with questions planted in them.

    python benchmarks/generated_corpus.py FOLDER [--documents 10000] [--seed 1]

Each document is of a place and a year of its own: sections and sentences in an order of its own, from templates with
figures, dates, bodies and things drawn anew, and with names of programmes, villages and firms that follow Zipf's law
(G. Zipf, 1949): a few stand in many documents, most in one. FOLDER/corpus gets the documents, FOLDER/questions.jsonl the
questions in the form of tests/gold, one of a document in every so many.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path

QUESTIONS = 200
"""So many questions are planted, in as many documents, or one in each."""

_PLACES = "青柏云清石白金银松桐柳枫梅兰竹荷莲河江湖溪泉山岭峰岩沙洲浦港桥亭塔庙坪川原野林森岚霞虹雁鹤鹭鹿马龙凤玉珠瑶琼锦绣华章文武安宁平和永长大小南北东西上下"
_KINDS = ("县", "区", "市")
_SYLLABLES = "同心康乐惠民安护佑春晖暖阳晨曦银铃金桥健步明目清风绿荫红帆蓝盾星火灯塔桑榆百合杏林橘井甘露清泉扬帆筑梦启航聚力强基固本培元守正拓新融通联动共享智慧云端掌上指尖前哨堡垒先锋旗舰样板示范"
_SECTIONS = ("深化医药卫生体制改革", "提升基层服务能力", "加强公共卫生", "做好“一老一小”工作", "建强人才队伍", "推进信息化建设",
             "传承创新中医药", "强化综合监督", "改善就医体验", "保障重点人群健康")  # fmt: skip
_BODIES = (
    "卫生健康局",
    "疾控中心",
    "妇幼保健院",
    "人民医院",
    "中医医院",
    "医保局",
    "财政局",
    "民政局",
    "教育局",
    "数据局",
)
_THINGS = (
    ("村卫生室", "所"), ("社区卫生服务站", "个"), ("家庭病床", "张"), ("护理型床位", "张"), ("普惠托位", "个"), ("中医馆", "个"),
    ("急救站", "个"), ("心理咨询室", "间"), ("发热诊室", "间"), ("巡诊车", "辆"), ("自动体外除颤仪", "台"), ("远程会诊点", "个"),
)  # fmt: skip
_RATES = (
    "家庭医生签约率",
    "孕产妇系统管理率",
    "高血压规范管理率",
    "疫苗接种率",
    "电子健康档案使用率",
    "县域内就诊率",
    "居民健康素养水平",
)
_GROUPS = (
    "65岁以上老年人",
    "0至6岁儿童",
    "孕产妇",
    "慢性病患者",
    "严重精神障碍患者",
    "在校学生",
    "职业人群",
    "残疾人",
)
_SERVICES = ("免费体检", "上门随访", "视力筛查", "口腔检查", "心理评估", "用药指导", "健康讲座", "康复训练")
_TIMES = ("3月底前", "5月中旬前", "6月底前", "国庆节前", "9月底前", "11月底前", "年底前", "年内")


@dataclass(frozen=True, slots=True)
class GeneratedDocument:
    """A document of a place (with its kind, 青柏县) and a year, the words planted in it, and the questions that they
    answer: `named` says what stands in this document alone, `common` only what stands in many each."""

    text: str
    place: str
    year: int
    planted: str
    named: str
    common: str


class CorpusGenerator:
    """Draws documents, one after the other; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        pairs = list(product(sorted(set(_SYLLABLES)), repeat=2))
        self._chance.shuffle(pairs)
        self._names = [first + second for first, second in pairs]
        # The cumulative weights of Zipf's law: the name of rank r is drawn 1/r as often as the first.
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._names) + 1)))
        places = [a + b + kind for a, b, kind in product(_PLACES, _PLACES, _KINDS) if a != b]
        self._places = self._chance.sample(places, len(places))

    def document(self, number: int) -> GeneratedDocument:
        """The document of a number, to be drawn one after the other."""
        place, year = self._places[number % len(self._places)], 2024 + number // len(self._places) % 4
        name, count = f"{self._name()}{self._name()}", self._chance.randint(11, 9999)
        thing, unit = self._chance.choice(_THINGS)
        planted = f"实施“{name}”计划，改造{thing}{count}{unit}"
        sections = self._chance.sample(_SECTIONS, 5)
        at = self._chance.randrange(len(sections))
        lines = [f"{place}{year}年卫生健康工作要点", ""]
        for place_of, heading in enumerate(sections):
            lines.append(f"{'一二三四五'[place_of]}、{heading}")
            paragraphs = [self._paragraph() for _ in range(3)]
            if place_of == at:
                paragraphs.insert(self._chance.randrange(3), f"{planted}。{self._sentence()}")
            lines += [f"（{'一二三四'[n]}）{text}" for n, text in enumerate(paragraphs)]
        return GeneratedDocument(
            text="\n".join(lines) + "\n",
            place=place,
            year=year,
            planted=planted,
            named=f"{place}“{name}”计划要改造多少{unit}{thing}？",
            common=f"{place}{year}年要改造多少{unit}{thing}？",
        )

    def _name(self) -> str:
        return self._chance.choices(self._names, cum_weights=self._weights)[0]

    def _paragraph(self) -> str:
        return "".join(self._sentence() for _ in range(self._chance.randint(2, 3)))

    def _sentence(self) -> str:
        return self._chance.choice(_TEMPLATES)(self)

    def _figure(self) -> str:
        return str(self._chance.choice((self._chance.randint(2, 99), self._chance.randint(100, 9000))))

    def _task(self) -> str:
        (thing, unit), body = self._chance.choice(_THINGS), self._chance.choice(_BODIES)
        return f"{self._chance.choice(_TIMES)}，由{body}牵头新建{thing}{self._figure()}{unit}，首批设在{self._name()}镇、{self._name()}乡。"

    def _target(self) -> str:
        return f"到{self._chance.randint(2026, 2030)}年，{self._chance.choice(_RATES)}达到{self._chance.randint(30, 98)}%以上。"

    def _service(self) -> str:
        group, service = self._chance.choice(_GROUPS), self._chance.choice(_SERVICES)
        return f"依托“{self._name()}”行动，对{group}每年开展{self._chance.randint(1, 12)}次{service}，覆盖{self._figure()}人。"

    def _problem(self) -> str:
        thing, unit = self._chance.choice(_THINGS)
        return (
            f"目前{self._name()}片区{thing}仍缺{self._figure()}{unit}，人员不足、设备陈旧的问题还没有解决。"
        )

    def _definition(self) -> str:
        return f"推行“{self._name()}”模式，即由{self._chance.choice(_BODIES)}统一调配、{self._chance.choice(_BODIES)}按月考核的办法。"

    def _money(self) -> str:
        return f"财政安排{self._figure()}万元，按每人每年{self._chance.randint(20, 900)}元的标准补助{self._name()}村卫生室。"


_TEMPLATES = (
    CorpusGenerator._task,
    CorpusGenerator._task,
    CorpusGenerator._target,
    CorpusGenerator._service,
    CorpusGenerator._problem,
    CorpusGenerator._definition,
    CorpusGenerator._money,
)


def write(folder: Path, documents: int, seed: int = 1) -> None:
    """Write documents, a thousand in a folder, and the questions."""
    gold: list[str] = []
    for _, path, document in generated(documents, seed, gold):
        file = folder / "corpus" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document.text, encoding="utf-8")
    (folder / "questions.jsonl").write_text("".join(gold), encoding="utf-8")


def generated(documents: int, seed: int, gold: list[str]) -> Iterator[tuple[int, str, GeneratedDocument]]:
    """So many documents with their numbers and paths, a thousand in a folder; the lines of gold of some are put into a list."""
    generator, every = CorpusGenerator(seed), max(1, documents // QUESTIONS)
    for number in range(documents):
        document = generator.document(number)
        path = f"{number // 1000:04}/{number:07}.txt"
        if number % every == 0:
            gold += gold_lines(number, Path(path).name, document)
        yield number, path, document


def gold_lines(number: int, file: str, document: GeneratedDocument) -> Iterator[str]:
    """The questions of a document as lines of gold: P and its number for the named one, C for the common one."""
    for letter, question in (("P", document.named), ("C", document.common)):
        row = {"id": f"{letter}{number}", "q": question, "kind": "fact", "doc": file, "spans": [document.planted],
               "paraphrase": "low"}  # fmt: skip
        yield json.dumps(row, ensure_ascii=False) + "\n"


def arguments(description: str | None, counted: str, usual: int) -> tuple[Path, int, int]:
    """The folder to write to, how many of what is counted, and the seed, from the command line."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(f"--{counted}", dest="count", type=int, default=usual)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    return given.folder, given.count, given.seed


if __name__ == "__main__":
    write(*arguments(__doc__, "documents", 10_000))
