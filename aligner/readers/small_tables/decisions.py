"""Reads what reviewers hand in as a table: decisions, applicability, and known pairs for an evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.domain.applicability import REASONS, ApplicabilityVerdict
from aligner.domain.degree import Degree, parse_degree
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.small_tables.several import one_for_each
from aligner.readers.small_tables.table import SmallTable, canonical, folded, read_small_table


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision as handed in; designations are canonical, or as printed when they are not understood.

    `work` is "" and `international` too for NO_COUNTERPART. `printed` keeps the texts of the row by column. `reviewer`
    and `at` (UTC) are "" when the row does not say them.
    """

    row: int
    national: str
    international: str
    work: str
    verdict: Verdict
    degree: Degree | None
    coverage: Coverage
    joint: str
    reason: str
    note: str
    printed: Mapping[str, str]
    reviewer: str = ""
    at: str = ""
    edition: str = ""
    basis: EditionBasis | None = None


@dataclass(frozen=True, slots=True)
class ApplicabilityRow:
    """One verdict as handed in; `reason` holds the codes of REASONS joined by spaces, other words go to the note."""

    row: int
    international: str
    work: str
    verdict: ApplicabilityVerdict
    reason: str
    note: str
    printed: Mapping[str, str]
    reviewer: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class UpheldRow:
    """One of two opinions on a national standard that is to hold: the second one, or else the first."""

    row: int
    national: str
    is_second: bool


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One known pair."""

    row: int
    national: str
    work: str


def read_decisions(path: Path, progress: Progress) -> tuple[list[DecisionRow], list[Problem]]:
    """The decisions of a file (cli.md, decide), and a problem for each row that is none.

    Raises AlignerError when the file cannot be read or has no column for the national standards.
    """
    tables = read_small_table(path, "decisions", progress)
    rows = [
        _decision(number, one, table)
        for table in tables.sheets
        for number, texts in table.rows
        for one in one_for_each(texts)
    ]
    return [row for row in rows if row is not None], tables.problems


def read_settlements(path: Path, progress: Progress) -> tuple[list[UpheldRow], list[DecisionRow], list[Problem]]:
    """What settles differences: opinions that hold, decisions of the third reviewer (cli.md, decide), and problems.

    A row that says which opinion to `uphold` is no decision. Raises as above.
    """
    tables = read_small_table(path, "decisions", progress)
    upheld: list[UpheldRow] = []
    decided: list[DecisionRow] = []
    for table in tables.sheets:
        for number, texts in table.rows:
            if not texts.get("uphold"):
                decided += filter(None, (_decision(number, one, table) for one in one_for_each(texts)))
            elif (row := _upheld(number, texts, table)) is not None:
                upheld.append(row)
    return upheld, decided, tables.problems


def read_applicability(path: Path, progress: Progress) -> tuple[list[ApplicabilityRow], list[Problem]]:
    """The verdicts of a file (cli.md, applicability), and a problem for each row that is none; raises as above."""
    tables = read_small_table(path, "applicability", progress)
    rows = [
        _applicability(number, one, table)
        for table in tables.sheets
        for number, texts in table.rows
        for one in one_for_each(texts)
    ]
    return [row for row in rows if row is not None], tables.problems


def read_truth(path: Path, progress: Progress) -> tuple[list[TruthRow], list[Problem]]:
    """The known pairs of a file (cli.md, evaluate), and a problem for each row that is none; raises as above."""
    tables = read_small_table(path, "truth", progress)
    pairs = []
    for table in tables.sheets:
        for number, texts in table.rows:
            national, work = texts.get("national", ""), texts.get("work", "")
            if national and work:
                pairs.append(TruthRow(number, canonical(national)[0], canonical(work)[1]))
            else:
                table.left_out("incomplete_pair", N_("This row does not name both standards of a pair."), number)
    return pairs, tables.problems


def decision_of(row: int, texts: dict[str, str], table: SmallTable) -> DecisionRow | None:
    """The decision of one row; None, with a problem in the table, when it is none."""
    return _decision(row, texts, table)


def _decision(row: int, texts: dict[str, str], table: SmallTable) -> DecisionRow | None:
    if not texts.get("national"):
        table.left_out("no_national", N_("This row names no national standard."), row, "national")
        return None
    printed = texts.get("degree", "")
    read = parse_degree(printed) if printed else None
    if printed and read is None:
        table.left_out(
            "unknown_degree",
            N_("“{text}” is not a degree of correspondence; write IDT, MOD or NEQ."),
            row,
            "degree",
            text=printed,
        )
        return None
    if read and read.doubt:
        table.left_out(
            "doubtful_degree",
            N_("“{text}” leaves the degree open; write IDT, MOD or NEQ."),
            row,
            "degree",
            text=printed,
        )
        return None
    degree = read.degree if read else None
    verdict = _verdict(row, texts, degree, table)
    if verdict is None:
        return None
    coverage, joint = _coverage(row, texts.get("coverage", ""), table)
    if coverage is None:
        return None
    basis, is_understood = _basis(row, texts.get("basis", ""), table)
    if not is_understood:
        return None
    if read and read.legacy:
        table.warn(
            "legacy_mark",
            N_("The old mark “{text}” was read as {degree}."),
            row,
            "degree",
            text=printed,
            degree=degree or "",
        )
    counterpart = "" if verdict is Verdict.NO_COUNTERPART else texts.get("international", "")
    international, work = canonical(counterpart)
    return DecisionRow(
        row,
        canonical(texts["national"])[0],
        international,
        work,
        verdict,
        degree if verdict is Verdict.CONFIRMED else None,
        coverage,
        joint,
        texts.get("reason", ""),
        texts.get("note", ""),
        texts,
        " ".join(texts.get("reviewer", "").split()),
        table.moment(row, texts),
        canonical(texts.get("edition", ""))[0],
        basis,
    )


def _upheld(row: int, texts: dict[str, str], table: SmallTable) -> UpheldRow | None:
    if not texts.get("national"):
        table.left_out("no_national", N_("This row names no national standard."), row, "national")
        return None
    is_second = _UPHELD.get(folded(texts["uphold"]))
    if is_second is None:
        table.left_out(
            "unknown_opinion",
            N_("“{text}” names neither opinion; write first or second."),
            row,
            "uphold",
            text=texts["uphold"],
        )
        return None
    return UpheldRow(row, canonical(texts["national"])[0], is_second)


def _basis(row: int, printed: str, table: SmallTable) -> tuple[EditionBasis | None, bool]:
    """What the adopted edition rests on, and whether the word for it was understood; None when nothing is said."""
    if not printed:
        return None, True
    basis = _BASES.get(folded(printed))
    if basis is None:
        table.left_out(
            "unknown_basis",
            N_("“{text}” does not give the basis of the edition; write stated, presumed or unknown."),
            row,
            "basis",
            text=printed,
        )
    return basis, basis is not None


def _verdict(row: int, texts: dict[str, str], degree: Degree | None, table: SmallTable) -> Verdict | None:
    """The verdict of a row, confirmed when only a degree is given; None, with a problem, when it makes no sense."""
    printed = texts.get("verdict", "")
    verdict = _VERDICTS.get(folded(printed)) if printed else (Verdict.CONFIRMED if degree else None)
    if verdict is None and printed:
        table.left_out(
            "unknown_verdict",
            N_("“{text}” is not a verdict; write confirmed, rejected, unsure or no_counterpart."),
            row,
            "verdict",
            text=printed,
        )
    elif verdict is None:
        table.left_out("no_verdict", N_("This row has neither a verdict nor a degree."), row, "verdict")
    elif verdict is Verdict.CONFIRMED and degree is None:
        table.left_out(
            "no_degree", N_("This row confirms a pair without a degree; write IDT, MOD or NEQ."), row, "degree"
        )
        return None
    elif verdict is not Verdict.NO_COUNTERPART and not texts.get("international"):
        table.left_out(
            "no_international",
            N_("This row names no international standard; write no_counterpart if there is none."),
            row,
            "international",
        )
        return None
    return verdict


def _coverage(row: int, printed: str, table: SmallTable) -> tuple[Coverage | None, str]:
    """Coverage and name of the joint group; full when nothing is written."""
    head, _, name = printed.replace("：", ":").partition(":")
    coverage = _COVERAGES.get(folded(head)) if head.strip() else Coverage.FULL
    if coverage is None or (coverage is Coverage.JOINT) != bool(name.strip()):
        table.left_out(
            "unknown_coverage",
            N_("“{text}” is not a coverage; write full, partial or joint:NAME."),
            row,
            "coverage",
            text=printed,
        )
        return None, ""
    return coverage, name.strip()


def _applicability(row: int, texts: dict[str, str], table: SmallTable) -> ApplicabilityRow | None:
    if not texts.get("international"):
        table.left_out("no_international", N_("This row names no international standard."), row, "international")
        return None
    verdict = _APPLICABLE.get(folded(texts.get("applicable", "")))
    if verdict is None:
        table.left_out(
            "unknown_applicability",
            N_("“{text}” is not a verdict on applicability; write Y, N, D or ?."),
            row,
            "applicable",
            text=texts.get("applicable", ""),
        )
        return None
    codes, words = _reasons(texts.get("reason", ""))
    note = "; ".join(part for part in (words, texts.get("note", "")) if part)
    international, work = canonical(texts["international"])
    reviewer = " ".join(texts.get("reviewer", "").split())
    return ApplicabilityRow(
        row, international, work, verdict, " ".join(codes), note, texts, reviewer, table.moment(row, texts)
    )


def _reasons(text: str) -> tuple[list[str], str]:
    """The reason codes at the start of a text, and the words after them."""
    pieces = text.replace(",", " ").replace("，", " ").replace("；", " ").replace(";", " ").replace("、", " ").split()
    codes = [piece.upper() for piece in pieces if piece.upper() in REASONS]
    return codes, "" if len(codes) == len(pieces) else text


_VERDICTS: Final = {
    word: verdict
    for verdict, words in {
        Verdict.CONFIRMED: "confirmed confirm accepted yes y 确认 已确认 采纳 是 对应",
        Verdict.REJECTED: "rejected reject no n 否决 驳回 拒绝 不对应 否",
        Verdict.UNSURE: "unsure uncertain ? 存疑 不确定 待定 待研究",
        Verdict.NO_COUNTERPART: "no_counterpart none 无对应 无对应标准 无对应国际标准 无",
    }.items()
    for word in words.split()
}
_UPHELD: Final = {
    word: is_second
    for is_second, words in {False: "first 1 第一 初审 一审", True: "second 2 第二 复审 二审"}.items()
    for word in words.split()
}
_BASES: Final = {
    word: basis
    for basis, words in {
        EditionBasis.STATED: "stated chosen 明示 已明示 选定 声明",
        EditionBasis.PRESUMED: "presumed presumed_by_date 推定 按日期推定",
        EditionBasis.UNKNOWN: "unknown unknown_edition ? 未知 不明 版本未知",
    }.items()
    for word in words.split()
}
_COVERAGES: Final = {
    word: coverage
    for coverage, words in {
        Coverage.FULL: "full 全部 完全 全覆盖 完整",
        Coverage.PARTIAL: "partial 部分 部分覆盖",
        Coverage.JOINT: "joint 联合 共同 合并",
    }.items()
    for word in words.split()
}
_APPLICABLE: Final = {
    word: verdict
    for verdict, words in {
        ApplicabilityVerdict.APPLICABLE: "y yes true 1 适用 是",
        ApplicabilityVerdict.NOT_APPLICABLE: "n no false 0 不适用 否",
        ApplicabilityVerdict.DEFERRED: "d deferred 暂不适用 待研究 暂缓 暂不适用/待研究",
        ApplicabilityVerdict.UNDETERMINED: "? ？ undetermined 未判定 未定 待定",
    }.items()
    for word in words.split()
}
