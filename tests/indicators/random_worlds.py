"""Small random worlds of standards, and the same world as the catalogues and decisions that the program reads."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.standards.table import Table

from .second_counting import Home, Issue, Tie, Topic, World

T = TypeVar("T")

_NUMBERS = st.integers(0, (1 << 24) - 1)
DAYS = (date(2026, 1, 1), date(2026, 1, 1), date(2022, 7, 1), date(2018, 12, 31))

_KINDS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("ISO 1001", "ISO 1001", ("ISO",), "IS"),
    ("ISO 1002-1", "ISO 1002", ("ISO",), "IS"),
    ("ISO 1002-2", "ISO 1002", ("ISO",), "IS"),
    ("IEC 60003", "IEC 60003", ("IEC",), "IS"),
    ("ISO/IEC 1004", "ISO/IEC 1004", ("ISO", "IEC"), "IS"),
    ("ISO/TR 1005", "ISO/TR 1005", ("ISO",), "TR"),
    ("ISO 1006", "ISO 1006", ("ISO",), "IS"),
)
"""Undated designation, family, bodies, type. The last one bore another number before."""

_GONE = (
    ("ISO 1011", "ISO 1011", ("ISO",), "IS"),
    ("ISO 1012-1", "ISO 1012", ("ISO",), "IS"),
    ("IEC 60013", "IEC 60013", ("IEC",), "IS"),
)
"""Standards that were merged into others or split, all of them before 2026."""

_FORMER_NUMBER = {"ISO 1006": "ISO 906"}
_LEVELS = (
    ("GB/T 3001", "national", False),
    ("GB 3002", "national", False),
    ("GB/Z 3003", "national", False),
    ("GB/T 3004.1", "national", False),
    ("JB/T 3005", "industry", False),
    ("GBZ 3006", "national", True),
)
_PLANS = ("20241001-T-604", "20241002-T-604")
_ICS = ((), ("21.020",), ("21.020",), ("25.040.10",), ("21.100.20", "25.040.10"))
_DRAFTS = {"ISO": "ISO/DIS", "IEC": "IEC CDV", "ISO/IEC": "ISO/IEC DIS", "ISO/TR": "ISO/DTR"}
_FOREIGN = "EN 50001:2016"


class Lots:
    """Many small choices out of few draws of hypothesis, which is what most of the time went into."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._number, self._range = 0, 1

    def one_of(self, choices: Sequence[T]) -> T:
        """One of these; the first one in the simplest case."""
        if self._range < 64 * len(choices):
            self._number, self._range = self._draw(_NUMBERS), 1 << 24
        self._number, place = divmod(self._number, len(choices))
        self._range //= len(choices)
        return choices[place]

    def day(self, first: int, last: int) -> date:
        """A day of these years."""
        return date(self.one_of(range(first, last + 1)), self.one_of(range(1, 13)), self.one_of((1, 15, 28)))


def _topic(lots: Lots, name: str, family: str, bodies: tuple[str, ...], kind: str) -> Topic:
    return Topic(
        name=name,
        family=family,
        bodies=bodies,
        kind=kind,
        issues=_issues(lots, name),
        ics=lots.one_of(_ICS),
        committee=lots.one_of(("ISO/TC 4", "ISO/TC 39")),
        verdict=lots.one_of("?YYND?"),
        judged_on=lots.one_of((None, date(2020, 5, 5))),
    )


def _gone(lots: Lots, topics: Sequence[Topic]) -> Iterator[Topic]:
    """Standards that others replaced with their newest edition: one of them, of some age, or two and three.

    A standard that the first edition of another one replaces alone is renumbered and not merged: here two or three are
    replaced together then. What was renumbered takes nothing in: two at once would be merged.
    """
    alive = [
        one
        for one in topics
        if one.issues and not one.issues[-1].is_withdrawn_undated and one.name not in _FORMER_NUMBER
    ]
    if not alive:
        return
    heir, together = lots.one_of(alive), lots.one_of((1, 2, 3))
    for place, kind in enumerate(_GONE[:together]):
        others = [one for one in alive if one is not heir]
        is_split = bool(others) and lots.one_of((False, False, True))
        heirs = (heir, lots.one_of(others)) if is_split else (heir,)
        if not is_split and together == 1 and len(heir.issues) < 2:
            return
        topic = replace(_topic(lots, *kind), went_into=tuple(one.name for one in heirs))
        until = min(one.issues[-1].published for one in heirs)
        first, last = lots.day(2006, 2009), lots.day(2010, 2014)
        issues = (Issue(kind[0], first, until=last), Issue(kind[0], last, until=until))
        yield replace(topic, issues=issues[place % 2 :])


def _issues(lots: Lots, name: str) -> tuple[Issue, ...]:
    how = lots.one_of(("two",) * 5 + ("one",) * 3 + ("withdrawn", "undated", "ballot", "draft"))
    if how == "draft":
        return ()
    first, second = lots.day(2008, 2014), lots.day(2015, 2025)
    amended = lots.one_of((0, 0, 1, 2, 4))
    last = Issue(
        name,
        second,
        until=lots.day(2026, 2027) if how == "withdrawn" else None,
        is_withdrawn_undated=how == "undated",
        is_under_ballot=how == "ballot",
        amended=date(second.year + amended, 6, 1) if amended else None,
    )
    if how == "two" or name in _FORMER_NUMBER:
        return (Issue(_FORMER_NUMBER.get(name, name), first, until=second), last)
    return (last,)


def _home(lots: Lots, number: str, level: str, is_never_counted: bool) -> Home:
    published = lots.day(2010, 2025)
    how = lots.one_of(("",) * 7 + ("withdrawn", "undated", "upcoming"))
    return Home(
        f"{number}-{published.year}",
        level,
        published,
        is_never_counted=is_never_counted,
        effective=date(published.year + 1, 7, 1) if how == "upcoming" else published,
        until=date(published.year + 2, 3, 1) if how == "withdrawn" else None,
        is_withdrawn_undated=how == "undated",
    )


def _tie(lots: Lots, homes: Sequence[Home], topics: Sequence[Topic], *, is_stated: bool) -> Tie:
    home, degree = lots.one_of(homes), lots.one_of(("IDT", "IDT", "MOD", "NEQ"))
    if lots.one_of((False,) * 7 + (True,)):
        return Tie(home.number, None, 0, degree)
    topic = lots.one_of(topics)
    editions = range(len(topic.issues))
    is_open = not is_stated and not home.is_plan and bool(topic.issues)
    cites: int | str = lots.one_of((*editions, *editions, "undated", "draft", *(("nobody",) * 3 if is_open else ())))
    coverage = "full" if is_stated else lots.one_of(("full", "full", "partial", "joint", "joint"))
    return Tie(
        home.number,
        topic.name,
        cites,
        degree,
        coverage,
        group=lots.one_of("aab") if coverage == "joint" else "",
        with_amendment=isinstance(cites, int)
        and topic.issues[cites].amended is not None
        and lots.one_of((False, True)),
    )


def _together(lots: Lots, homes: Sequence[Home], topics: Sequence[Topic]) -> list[Tie]:
    """Two or three national standards that adopt one international one together, most often the same edition of it."""
    topic, start = lots.one_of(topics), lots.one_of(range(len(homes)))
    usual = max(0, len(topic.issues) - 1) if topic.issues else "undated"
    return [
        Tie(
            home.number,
            topic.name,
            lots.one_of((usual, usual, usual, "nobody" if topic.issues else usual, "undated")),
            lots.one_of(("IDT", "IDT", "IDT", "MOD", "MOD", "NEQ")),
            "joint",
            "c",
        )
        for home in (*homes, *homes)[start : start + lots.one_of((2, 3))]
    ]


def _each_pair_once(ties: list[Tie]) -> tuple[Tie, ...]:
    return tuple({(tie.home, tie.topic): tie for tie in ties}.values())


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to ten international standards, six national ones and two plans, with what ties them."""
    lots = Lots(draw)
    start, size = lots.one_of(range(len(_KINDS))), lots.one_of(range(3, len(_KINDS) + 1))
    topics = tuple(_topic(lots, *kind) for kind in (*_KINDS, *_KINDS)[start : start + size])
    topics += tuple(_gone(lots, topics)) if lots.one_of((False, True)) else ()
    standards = [_home(lots, *one) for one in _LEVELS[: lots.one_of(range(3, len(_LEVELS) + 1))]]
    plans = [
        Home(number, "national", lots.day(2017, 2025), is_plan=True, becomes=becomes)
        for number, becomes in zip(_PLANS, (standards[0].number, ""), strict=True)
        if lots.one_of((False, True))
    ]
    homes = (*standards, *plans)
    decided = [_tie(lots, homes, topics, is_stated=False) for _ in range(lots.one_of(range(4, 14)))]
    decided += _together(lots, standards, topics) if lots.one_of((True, False)) else []
    stated = [_tie(lots, homes, topics, is_stated=True) for _ in range(lots.one_of(range(2, 10)))]
    turned_down = [(lots.one_of(homes).number, lots.one_of(topics).name) for _ in range(lots.one_of(range(3)))]
    pairs = {(tie.home, tie.topic) for tie in decided}
    return World(
        topics,
        homes,
        _each_pair_once(decided),
        _each_pair_once(stated),
        tuple(dict.fromkeys(pair for pair in turned_down if pair not in pairs)),
    )


@st.composite
def rules_of_all_kinds(draw: st.DrawFn) -> CountingRules:
    """Counting rules in which every option that touches the conversion family takes every value."""
    lots = Lots(draw)
    return CountingRules(
        publishers=lots.one_of((*((("ISO", "IEC", "ITU"),) * 5), ("ISO",), ("IEC",))),
        types=lots.one_of((("IS",), ("IS", "TR"))),
        committees=lots.one_of((*(((),) * 7), ("ISO/TC 4",))),
        ics=lots.one_of((*(((),) * 7), ("21",))),
        published_from=lots.one_of((*(("",) * 7), "2017")),
        ballot_is_withdrawn=lots.one_of((False, True)),
        undetermined=lots.one_of(("applicable", "applicable", "excluded")),
        deferred=lots.one_of(("applicable", "excluded")),
        national_levels=lots.one_of((("national",), ("national", "industry"))),
        count_upcoming=lots.one_of((True, False)),
        basis=lots.one_of(("confirmed", "confirmed", "declared")),
        degrees=lots.one_of((("IDT", "MOD"), ("IDT", "MOD", "NEQ"), ("IDT",))),
        edition=lots.one_of(("any", "any", "current_grace", "current", "current_amendments")),
        grace_months=lots.one_of((12, 60)),
        count_plans=lots.one_of((False, True)),
        count_foreign=lots.one_of((False, True)),
        unit=lots.one_of(("part", "part", "family_all", "family_any", "national")),
        target_basis_points=lots.one_of((8500, 5000, 6667, 10000)),
        strict_target=lots.one_of((False, True)),
        ics_counting=lots.one_of(("each", "fractional")),
    )


def catalogues(world: World) -> tuple[Table, Table]:
    """The national and the international catalogue that print this world."""
    return a_table(*_national_rows(world)), a_table(*_international_rows(world))


def decisions(world: World) -> list[Decision]:
    """The reviewers' decisions."""
    topics = {one.name: one for one in world.topics}
    confirmed = [
        Decision(
            national=tie.home,
            international=_named(tie, topics),
            work=tie.topic or "EN 50001",
            edition="" if tie.cites in {"undated", "nobody"} else _citation(tie, topics),
            basis=_BASES.get(tie.cites, EditionBasis.STATED),
            verdict=Verdict.CONFIRMED,
            degree=Degree(tie.degree),
            coverage=Coverage(tie.coverage),
            joint=tie.group,
        )
        for tie in world.decided
    ]
    return [*confirmed, *(Decision(home, "", topic, Verdict.REJECTED) for home, topic in world.rejected)]


def verdicts(world: World) -> list[Applicability]:
    """The verdicts on the international standards."""
    return [
        Applicability(
            one.name,
            ApplicabilityVerdict(one.verdict),
            at="" if one.judged_on is None else f"{one.judged_on}T08:00:00+00:00",
        )
        for one in world.topics
        if one.verdict != "?"
    ]


_BASES: dict[int | str, EditionBasis | None] = {"undated": EditionBasis.UNKNOWN, "nobody": None}


def _named(tie: Tie, topics: dict[str, Topic]) -> str:
    """The number a decision is recorded on: a candidate names the newest edition, whatever is adopted."""
    if tie.topic is None or not topics[tie.topic].issues:
        return _citation(tie, topics)
    newest = topics[tie.topic].issues[-1]
    return f"{newest.number}:{newest.published.year}"


def _citation(tie: Tie, topics: dict[str, Topic]) -> str:
    if tie.topic is None:
        return _FOREIGN
    if tie.cites == "undated":
        return tie.topic
    if tie.cites == "draft":
        return _draft(tie.topic)
    issue = topics[tie.topic].issues[int(tie.cites)]
    amendment = f"/Amd 1:{issue.amended.year}" if tie.with_amendment and issue.amended else ""
    return f"{issue.number}:{issue.published.year}{amendment}"


def _draft(name: str) -> str:
    """The draft of the next edition."""
    body, number = name.rsplit(" ", 1)
    return f"{_DRAFTS[body]} {number}"


def _international_rows(world: World) -> list[dict[str, Any]]:
    rows = []
    for topic in world.topics:
        common: dict[str, Any] = {"ics": list(topic.ics), "committee": topic.committee}
        if not topic.issues:
            rows.append(a_standard(_draft(topic.name), status="draft", stage=4060, **common))
        printed = [f"{one.number}:{one.published.year}" for one in topic.issues]
        for place, (text, issue) in enumerate(zip(printed, topic.issues, strict=True)):
            is_last = place == len(printed) - 1
            is_gone = issue.until is not None or issue.is_withdrawn_undated
            rows.append(
                a_standard(
                    text,
                    published=issue.published.isoformat(),
                    withdrawn=issue.until.isoformat() if issue.until and is_last else "",
                    status="withdrawn" if is_gone else "in_force",
                    stage=9599 if is_gone else 9520 if issue.is_under_ballot else 6060,
                    replaces=printed[:place],
                    replaced_by=[*printed[place + 1 :], *(_newest(one, world) for one in topic.went_into if is_last)],
                    **common,
                )
            )
            if issue.amended:
                amendment = f"{text}/Amd 1:{issue.amended.year}"
                rows.append(a_standard(amendment, published=issue.amended.isoformat(), stage=6060, **common))
    return rows


def _newest(name: str, world: World) -> str:
    issue = next(one.issues[-1] for one in world.topics if one.name == name)
    return f"{issue.number}:{issue.published.year}"


def _national_rows(world: World) -> list[dict[str, Any]]:
    topics = {one.name: one for one in world.topics}
    plan_of = {one.becomes: one.number for one in world.homes if one.becomes}
    rows = []
    for home in world.homes:
        stated = [f"{_citation(tie, topics)} ({tie.degree})" for tie in world.stated if tie.home == home.number]
        adopted = "; ".join(stated)
        if home.is_plan:
            plan = {"status": "plan", "plan_no": home.number, "plan_issued": home.published.isoformat()}
            rows.append(a_standard(home.number, adopted=adopted, **plan))
            continue
        rows.append(
            a_standard(
                home.number,
                published=home.published.isoformat(),
                effective=home.effective.isoformat() if home.effective else "",
                withdrawn=home.until.isoformat() if home.until else "",
                status="withdrawn" if home.until or home.is_withdrawn_undated else "in_force",
                plan_no=plan_of.get(home.number, ""),
                adopted=adopted,
            )
        )
    return rows
