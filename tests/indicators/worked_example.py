# ruff: noqa: E501 - rows of catalogues, one a line
"""The worked example of the rules: two catalogues, decisions and verdicts as plain printed rows.

Ten works in force, one technical report, one withdrawn without successor, one draft; eleven national standards, one
of them abolished; one plan. The headings are those that the catalogues print, so that the rows can be written to
workbooks as they are.
"""

from datetime import date
from typing import Any

from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.degree import Degree
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.standards.table import Table

AT = date(2026, 1, 1)

INTERNATIONAL_HEADINGS = (
    "id", "deliverableType", "supplementType", "reference", "title.en", "publicationDate", "edition", "icsCode",
    "ownerCommittee", "currentStage", "replaces", "replacedBy",
)  # fmt: skip

_I = INTERNATIONAL_HEADINGS
INTERNATIONAL: list[dict[str, Any]] = [
    dict(zip(_I, values, strict=True))
    for values in [
        (1, "IS", "", "ISO 1001:2017", "Gears - Vocabulary", "2017-03-01", 1, "['21.200']", "ISO/TC 60", 6060, "", ""),
        (2, "IS", "", "ISO 1002-1:2015", "Bearings - Part 1: Dimensions", "2015-04-02", 2, "['21.100.20']", "ISO/TC 4", 9093, "", ""),
        (3, "IS", "", "ISO 1002-2:2016", "Bearings - Part 2: Tolerances", "2016-12-01", 1, "['21.100.20']", "ISO/TC 4", 6060, "", ""),
        (4, "IS", "", "ISO 1003:2010", "Screw threads - Gauges", "2010-05-03", 1, "['21.040.10']", "ISO/TC 1", 9599, "", "[5]"),
        (5, "IS", "", "ISO 1003:2022", "Screw threads - Gauges", "2022-08-10", 2, "['21.040.10']", "ISO/TC 1", 6060, "[4]", ""),
        (6, "IS", "", "ISO 1004:2019", "Machine tools - Test conditions", "2019-01-15", 1, "['25.080.01']", "ISO/TC 39", 9060, "", ""),
        (7, "IS", "Amd", "ISO 1004:2019/Amd 1:2023", "Machine tools - Test conditions - Amendment 1", "2023-06-01", 1, "['25.080.01']", "ISO/TC 39", 6060, "", ""),
        (8, "IS", "", "ISO 1005:2014", "Couplings - Balance quality", "2014-02-01", 1, "['21.120.20']", "ISO/TC 108", 9093, "", ""),
        (9, "IS", "", "ISO 1006:2013", "Couplings for polar climates", "2013-02-01", 1, "['21.120.20']", "ISO/TC 108", 9093, "", ""),
        (10, "IS", "", "ISO 1007:2020", "Industrial robots - Vocabulary", "2020-02-01", 1, "['25.040.30']", "ISO/TC 299", 6060, "", ""),
        (11, "IS", "", "ISO 1008:2021", "Industrial robots - Grippers", "2021-02-01", 1, "['25.040.30']", "ISO/TC 299", 6060, "", ""),
        (12, "TR", "", "ISO/TR 1009:2018", "Machine tools - Energy use", "2018-02-01", 1, "['25.080.01']", "ISO/TC 39", 6060, "", ""),
        (13, "IS", "", "ISO 1010:2012", "Broaches - Technical conditions", "2012-01-10", 1, "['25.100.25']", "ISO/TC 29", 9599, "", ""),
        (14, "IS", "", "ISO/DIS 1011", "Grinding wheels - Marking", "", 1, "['25.100.70']", "ISO/TC 29", 4060, "", ""),
        (15, "IS", "", "ISO 1012:2018", "Milling cutters - Designation", "2018-03-01", 1, "['25.100.20']", "ISO/TC 29", 9093, "", ""),
    ]
]  # fmt: skip

NATIONAL_HEADINGS = (
    "标准号", "中文标准名称", "发布日期", "实施日期", "标准状态", "采用国际标准号", "采用程度", "国际标准分类号",
    "归口单位", "计划编号", "计划下达日期",
)  # fmt: skip

_N = NATIONAL_HEADINGS
NATIONAL: list[dict[str, Any]] = [
    dict(zip(_N, values, strict=True))
    for values in [
        ("GB/T 3001-2019", "齿轮 术语", "2019-05-17", "2019-12-01", "现行", "ISO 1001:2017", "IDT", "21.200", "TC52", "20171001-T-604", "2017-12-16"),
        ("GB/T 3002-2018", "滚动轴承 外形尺寸和公差", "2018-06-20", "2019-01-01", "现行", "ISO 1002-1:2015;ISO 1002-2:2016", "MOD", "21.100.20", "TC98", "20161002-T-604", "2017-01-16"),
        ("GB/T 3003-2012", "螺纹量规", "2012-11-07", "2013-06-01", "现行", "ISO 1003:2010", "IDT", "21.040.10", "TC108", "20111003-T-604", "2011-04-27"),
        ("GB/T 3004.1-2021", "机床检验条件 第1部分：几何精度", "2021-08-06", "2022-03-01", "现行", "ISO 1004:2019", "IDT", "25.080.01", "TC22", "20191004-T-604", "2019-12-27"),
        ("GB/T 3004.2-2022", "机床检验条件 第2部分：热变形", "2022-10-16", "2023-05-01", "现行", "ISO 1004:2019", "MOD", "25.080.01", "TC22", "20201005-T-604", "2021-02-26"),
        ("GB/T 3005-2016", "联轴器 平衡品质", "2016-03-01", "2016-10-01", "现行", "ISO 1005:2014", "NEQ", "21.120.20", "TC109", "", ""),
        ("GB/T 3006-1999", "联轴器 分类", "1999-03-01", "1999-10-01", "废止", "", "", "21.120.20", "TC109", "", ""),
        ("GB/T 3010-2014", "拉刀 技术条件", "2014-05-15", "2014-12-01", "现行", "ISO 1010:2012", "IDT", "25.100.25", "TC91", "", ""),
        ("GB/T 3012-2019", "铣刀 代号", "2019-11-21", "2020-06-01", "现行", "ISO 1012:2018", "IDT", "25.100.20", "TC91", "20161012-T-604", "2017-02-20"),
        ("GB/T 3020-2015", "手工锉", "2015-03-01", "2015-10-01", "现行", "", "", "25.140.30", "TC174", "", ""),
        ("GB/T 3021-2015", "手工锯", "2015-03-01", "2015-10-01", "现行", "", "", "25.140.30", "TC174", "", ""),
        ("20241008-T-604", "工业机器人 夹持器", "", "", "正在起草", "ISO 1008:2021", "IDT", "25.040.30", "TC591", "20241008-T-604", "2024-09-01"),
    ]
]  # fmt: skip

DECISION_HEADINGS = ("national", "international", "verdict", "degree", "coverage", "reason", "note")
DECISIONS: list[dict[str, str]] = [
    dict(zip(DECISION_HEADINGS, (*values, "", ""), strict=True))
    for values in [
        ("GB/T 3001-2019", "ISO 1001:2017", "confirmed", "IDT", "full"),
        ("GB/T 3002-2018", "ISO 1002-1:2015", "confirmed", "MOD", "full"),
        ("GB/T 3002-2018", "ISO 1002-2:2016", "confirmed", "MOD", "full"),
        ("GB/T 3003-2012", "ISO 1003:2010", "confirmed", "IDT", "full"),
        ("GB/T 3004.1-2021", "ISO 1004:2019", "confirmed", "IDT", "joint:1004"),
        ("GB/T 3004.2-2022", "ISO 1004:2019", "confirmed", "MOD", "joint:1004"),
        ("GB/T 3005-2016", "ISO 1005:2014", "confirmed", "NEQ", "full"),
        ("GB/T 3010-2014", "ISO 1010:2012", "confirmed", "IDT", "full"),
        ("GB/T 3012-2019", "ISO 1012:2018", "confirmed", "IDT", "full"),
        ("GB/T 3020-2015", "", "no_counterpart", "", ""),
        ("GB/T 3021-2015", "", "no_counterpart", "", ""),
    ]
]

APPLICABILITY_HEADINGS = ("international", "applicable", "reason", "note")
APPLICABILITY: list[dict[str, str]] = [
    *(
        {"international": work, "applicable": "Y", "reason": "", "note": ""}
        for work in ("ISO 1001", "ISO 1002-1", "ISO 1002-2", "ISO 1003", "ISO 1004", "ISO 1005", "ISO 1008")
    ),
    {"international": "ISO 1006", "applicable": "N", "reason": "N2", "note": "no polar climate"},
    {"international": "ISO/TR 1009", "applicable": "Y", "reason": "", "note": ""},
    {"international": "ISO 1012:2018", "applicable": "Y", "reason": "", "note": ""},
]

_STATUSES = {"现行": "in_force", "废止": "withdrawn", "正在起草": "plan"}


def national_table() -> Table:
    """The national catalogue, as reading its rows gives it."""
    return a_table(
        *(
            a_standard(
                row["标准号"],
                title=row["中文标准名称"],
                published=row["发布日期"],
                effective=row["实施日期"],
                status=_STATUSES[row["标准状态"]],
                adopted=row["采用国际标准号"],
                degree=row["采用程度"],
                ics=[row["国际标准分类号"]],
                committee=row["归口单位"],
                plan_no=row["计划编号"],
                plan_issued=row["计划下达日期"],
            )
            for row in NATIONAL
        )
    )


def international_table() -> Table:
    """The international catalogue, as reading its rows gives it."""
    references = {str(row["id"]): row["reference"] for row in INTERNATIONAL}
    return a_table(
        *(
            a_standard(
                row["reference"],
                title=row["title.en"],
                title_en=row["title.en"],
                published=row["publicationDate"],
                status=_status(row["currentStage"]),
                stage=row["currentStage"],
                ics=[row["icsCode"].strip("[']")],
                committee=row["ownerCommittee"],
                replaces=[references[one] for one in row["replaces"].strip("[]").split(",") if one],
                replaced_by=[references[one] for one in row["replacedBy"].strip("[]").split(",") if one],
            )
            for row in INTERNATIONAL
        )
    )


def decisions() -> list[Decision]:
    """The reviewer's decisions."""
    return [
        Decision(
            national=row["national"],
            international=row["international"],
            work=_work(row["international"]),
            verdict=Verdict(row["verdict"]),
            degree=Degree(row["degree"]) if row["degree"] else None,
            coverage=Coverage(row["coverage"].partition(":")[0] or "full"),
            joint=row["coverage"].partition(":")[2],
        )
        for row in DECISIONS
    ]


def applicability() -> list[Applicability]:
    """The verdicts on the international works."""
    return [
        Applicability(_work(row["international"]), ApplicabilityVerdict(row["applicable"]), row["reason"], row["note"])
        for row in APPLICABILITY
    ]


def _status(stage: int) -> str:
    if stage < 6060:
        return "draft"
    return "withdrawn" if stage >= 9599 else "in_force"


def _work(text: str) -> str:
    parsed = parse_designation(text)
    return parsed.work if isinstance(parsed, Designation) else ""
