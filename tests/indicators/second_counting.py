"""A second count of the conversion family, written plainly from the text of the rules (domain.md 8.1 to 8.5, 8.10).

It shares nothing with the program but its profile options: no table, no designation, no link of it. Everything is
counted with loops over small lists, the way one would with pencil and paper.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from aligner.domain.counting import CountingRules

DAYS_A_MONTH = 30.4375
ORDER = ("NEQ", "MOD", "IDT")
"""Degrees from weak to strong."""


@dataclass(frozen=True)
class Issue:
    """One published edition of an international standard; `number` is the undated one it was published under."""

    number: str
    published: date
    until: date | None = None
    """First day on which it is no longer in force."""
    is_withdrawn_undated: bool = False
    """Withdrawn, and nobody says since when."""
    is_under_ballot: bool = False
    amended: date | None = None
    """Publication of its amendment."""


@dataclass(frozen=True)
class Topic:
    """An international standard over all its editions: what domain.md calls a work."""

    name: str
    family: str
    bodies: tuple[str, ...]
    kind: str
    issues: tuple[Issue, ...]
    """Oldest first; none when there is only a draft."""
    ics: tuple[str, ...]
    committee: str
    verdict: str = "?"
    judged_on: date | None = None
    went_into: tuple[str, ...] = ()
    """What replaced it: one other standard, alone or with others, when it was merged; several when it was split."""


@dataclass(frozen=True)
class Home:
    """A national standard, or a plan for one."""

    number: str
    level: str
    published: date
    is_never_counted: bool = False
    effective: date | None = None
    until: date | None = None
    is_withdrawn_undated: bool = False
    is_plan: bool = False
    """Then `published` is the day it was issued."""
    becomes: str = ""
    """Number of the standard that the plan led to."""


@dataclass(frozen=True)
class Tie:
    """A national standard adopts a topic, or a document of a body nobody counts (`topic` None).

    `cites` is the place of the cited edition, "undated", "draft", or "nobody" where a reviewer confirmed the pair and
    left the edition open.
    """

    home: str
    topic: str | None
    cites: int | str
    degree: str
    coverage: str = "full"
    group: str = ""
    with_amendment: bool = False
    merged_into: str = ""
    """The topic for which it counts in part, since its own one was merged into that."""

    @property
    def counts_for(self) -> str | None:
        return self.merged_into or self.topic


@dataclass(frozen=True)
class World:
    """Everything there is to count."""

    topics: tuple[Topic, ...]
    homes: tuple[Home, ...]
    decided: tuple[Tie, ...]
    stated: tuple[Tie, ...]
    rejected: tuple[tuple[str, str], ...] = ()
    """Pairs that a reviewer has turned down."""


class SecondCount:
    """All figures of a world on a day."""

    def __init__(self, world: World, rules: CountingRules, day: date) -> None:
        self.world = world
        self.rules = rules
        self.day = day
        self.topics = {one.name: one for one in world.topics}
        self.homes = {one.number: one for one in world.homes}
        self.decided = tuple(self._with_edition(tie) for tie in world.decided)
        ties = self.decided if rules.basis == "confirmed" else world.stated
        said = {(tie.home, tie.topic) for tie in ties}
        if rules.basis == "confirmed":
            said |= set(world.rejected)
        self.ties = tuple(self._moved(tie, said) for tie in ties)

    def _moved(self, tie: Tie, said: set[tuple[str, str | None]]) -> Tie:
        """8.12: what adopts a merged standard adopts a part of its successor, unless that pair has its own word."""
        if tie.topic is None or self.issue_in_force(self.topics[tie.topic]) is not None:
            return tie
        heir = self.topics[tie.topic]
        while len(heir.went_into) == 1:
            heir = self.topics[heir.went_into[0]]
            if self.issue_in_force(heir) is not None:
                is_free = (tie.home, heir.name) not in said
                return replace(tie, merged_into=heir.name, coverage="partial", group="") if is_free else tie
        return tie

    def _with_edition(self, tie: Tie) -> Tie:
        """11.1: what the catalogue states, else the newest edition that is not younger than the national standard."""
        if tie.cites != "nobody" or tie.topic is None:
            return tie
        for stated in self.world.stated:
            if (stated.home, stated.topic) == (tie.home, tie.topic):
                return replace(tie, cites=stated.cites, with_amendment=stated.with_amendment)
        home = self.homes[tie.home]
        old_enough = [
            place for place, one in enumerate(self.topics[tie.topic].issues) if one.published <= home.published
        ]
        return replace(tie, cites=old_enough[-1] if old_enough else "undated")

    # the international side

    def issue_in_force(self, topic: Topic) -> Issue | None:
        """The newest edition published by the day and not withdrawn on it."""
        alive = [
            one
            for one in topic.issues
            if one.published <= self.day
            and not one.is_withdrawn_undated
            and (one.until is None or self.day < one.until)
            and not (self.rules.ballot_is_withdrawn and one.is_under_ballot)
        ]
        return alive[-1] if alive else None

    def issue_to_follow(self, topic: Topic) -> Issue | None:
        """The edition in force, of the newest of its successors where there is nothing left of the standard itself."""
        own = self.issue_in_force(topic)
        if own is not None:
            return own
        heirs, seen = list(topic.went_into), []
        while heirs:
            heir = heirs.pop()
            heirs.extend(self.topics[heir].went_into)
            seen.append(self.issue_in_force(self.topics[heir]))
        return max((one for one in seen if one is not None), key=lambda one: one.published, default=None)

    def universe(self) -> list[Topic]:
        """U: in force, of the bodies, types, committees, fields and dates that are asked for."""
        return [one for one in self.world.topics if self._is_in_universe(one)]

    def _is_in_universe(self, topic: Topic) -> bool:
        issue = self.issue_in_force(topic)
        if issue is None or topic.kind not in self.rules.types:
            return False
        if not set(topic.bodies) & set(self.rules.publishers):
            return False
        if self.rules.ics and not any(code.split(".")[0] in self.rules.ics for code in topic.ics):
            return False
        if self.rules.committees and topic.committee not in self.rules.committees:
            return False
        return not self.rules.published_from or issue.published.isoformat() >= self.rules.published_from

    def verdict(self, topic: Topic) -> str:
        """Y, N, D or ?; a verdict expires when a new edition appears (1.5)."""
        issue = self.issue_in_force(topic)
        if topic.judged_on is not None and issue is not None and issue.published > topic.judged_on:
            return "?"
        return topic.verdict

    def applicable(self, *, open_counts: bool | None = None) -> list[Topic]:
        """A: what the verdicts let in, and whatever has a valid link. `open_counts` settles every open verdict."""
        lets_in = {"Y": True, "N": False, "D": self.rules.deferred == "applicable"}
        lets_in["?"] = self.rules.undetermined == "applicable" if open_counts is None else open_counts
        linked = {tie.counts_for for tie in self.valid_ties()}
        return [one for one in self.universe() if lets_in[self.verdict(one)] or one.name in linked]

    # the national side

    def is_in_force(self, home: Home) -> bool:
        """Published, not withdrawn, of a level that counts; upcoming ones as the rules say."""
        if home.is_plan or home.is_never_counted or home.level not in self.rules.national_levels:
            return False
        if home.published > self.day or home.is_withdrawn_undated:
            return False
        if home.until is not None and self.day >= home.until:
            return False
        return self.rules.count_upcoming or home.effective is None or home.effective <= self.day

    def homes_in_force(self) -> list[Home]:
        return [one for one in self.world.homes if self.is_in_force(one)]

    def is_under_way(self, home: Home) -> bool:
        """A plan issued by the day whose standard is not published yet: publication wins over plan (4.4)."""
        became = self.homes.get(home.becomes)
        return home.is_plan and home.published <= self.day and not (became is not None and self.is_in_force(became))

    # ties between them

    def is_of_counted_body(self, tie: Tie) -> bool:
        if self.rules.count_foreign:
            return True
        return tie.topic is not None and bool(set(self.topics[tie.topic].bodies) & set(self.rules.publishers))

    def standing_ties(self) -> list[Tie]:
        """Ties of national standards in force to documents of the bodies that count, of whatever degree."""
        return [tie for tie in self.ties if self.is_in_force(self.homes[tie.home]) and self.is_of_counted_body(tie)]

    def awaits(self, tie: Tie) -> bool:
        """Adopts a draft that was published since: 0 until it is confirmed again (8.12)."""
        if tie.cites != "draft" or tie.topic is None:
            return False
        return self.issue_to_follow(self.topics[tie.topic]) is not None

    def valid_ties(self) -> list[Tie]:
        return [tie for tie in self.adopting_ties() if not self.awaits(tie)]

    def adopting_ties(self) -> list[Tie]:
        """As the valid ones, with those to drafts published since: the national standard adopts either."""
        return [tie for tie in self.standing_ties() if tie.degree in self.rules.degrees]

    def edition_state(self, tie: Tie) -> str:
        """Section 5.3."""
        if tie.topic is None:
            return "unknown"
        topic, current = self.topics[tie.topic], self.issue_in_force(self.topics[tie.topic])
        if tie.cites == "undated":
            return "undated"
        if tie.cites == "draft":
            if not any(one.published <= self.day for one in topic.issues):
                return "ahead"
        else:
            cited = topic.issues[int(tie.cites)]
            if cited.published > self.day:
                return "ahead"
            if cited is current:
                return self._amendment_state(tie, cited)
        current = self.issue_to_follow(topic)
        if current is None:
            return "withdrawn"
        age = (self.day - current.published).days / DAYS_A_MONTH
        return "grace" if age <= self.rules.grace_months else "outdated"

    def _amendment_state(self, tie: Tie, cited: Issue) -> str:
        if cited.amended is None or tie.with_amendment or cited.amended > self.day:
            return "current"
        return "amendment-outdated" if cited.amended > self.homes[tie.home].published else "current"

    def passes(self, tie: Tie, edition: str) -> bool:
        """The edition rule; a document that the catalogue does not know yet lags behind nothing."""
        state = self.edition_state(tie)
        if edition == "any":
            return True
        good = {"current", "ahead"}
        if edition in {"current", "current_grace"}:
            good.add("amendment-outdated")
        if edition == "current_grace":
            good.add("grace")
        return state in good

    # covered works

    def ways(self, topic: Topic, edition: str, degrees: tuple[str, ...]) -> list[list[Tie]]:
        """Each full link alone; each joint group of two or more whose members are all valid, together."""

        def is_good(tie: Tie) -> bool:
            return tie in standing and tie.degree in degrees and not self.awaits(tie) and self.passes(tie, edition)

        standing = self.standing_ties()
        mine = [tie for tie in self.ties if tie.counts_for == topic.name]
        found = [[tie] for tie in mine if tie.coverage == "full" and is_good(tie)]
        for group in sorted({tie.group for tie in mine if tie.coverage == "joint"}):
            members = [tie for tie in mine if tie.coverage == "joint" and tie.group == group]
            if len(members) > 1 and all(is_good(tie) for tie in members):
                found.append(members)
        return found

    def covered(self, edition: str) -> set[str]:
        return {one.name for one in self.world.topics if self.ways(one, edition, self.rules.degrees)}

    def planned(self) -> set[str]:
        """Works that a plan under way means to adopt: as a reviewer decided, else as the plan itself states."""
        decided = {(tie.home, tie.topic) for tie in self.decided} | set(self.world.rejected)
        ties = [*self.decided, *(tie for tie in self.world.stated if (tie.home, tie.topic) not in decided)]
        wanted = {"IDT", "MOD", *self.rules.degrees}
        return {
            tie.topic
            for tie in ties
            if tie.topic is not None
            and self.is_under_way(self.homes[tie.home])
            and tie.coverage != "partial"
            and tie.degree in wanted
        }

    def projected(self, edition: str) -> set[str]:
        """Add the works with a plan and no valid link, valid as far as the edition rule goes."""
        linked = {tie.counts_for for tie in self.valid_ties() if self.passes(tie, edition)}
        return self.covered(edition) | (self.planned() - linked)

    def converted(self, edition: str | None = None) -> set[str]:
        edition = edition or self.rules.edition
        return self.projected(edition) if self.rules.count_plans else self.covered(edition)

    def at_least(self, edition: str) -> str:
        """The stricter of the profile's edition rule and this one."""
        rules = ["any", "current_grace", "current", "current_amendments"]
        return rules[max(rules.index(edition), rules.index(self.rules.edition))]

    # figures

    def fraction(self, converted: set[str], works: list[Topic]) -> tuple[int, int]:
        """Numerator and denominator in the counting unit."""
        if self.rules.unit == "part":
            return sum(one.name in converted for one in works), len(works)
        if self.rules.unit in {"family_all", "family_any"}:
            families = {one.family for one in works}
            enough = all if self.rules.unit == "family_all" else any
            done = [name for name in families if enough(one.name in converted for one in works if one.family == name)]
            return len(done), len(families)
        # In national standards: a converted work counts as the standards that adopt it, any other as the one it needs.
        done_works = {one.name for one in works if one.name in converted}
        adopting = {tie.home for tie in self.valid_ties() if tie.counts_for in done_works}
        by_plan_alone = done_works - {tie.counts_for for tie in self.valid_ties()}
        counted = len(adopting) + len(by_plan_alone)
        return counted, counted + len(works) - len(done_works)

    def rate(self, name: str) -> tuple[int, int]:
        """One of the four conversion rates."""
        converted = {
            "conversion_rate": self.converted(),
            "conversion_rate_projected": self.projected(self.rules.edition),
            "conversion_rate_current": self.converted(self.at_least("current")),
            "conversion_rate_current_amendments": self.converted(self.at_least("current_amendments")),
        }[name]
        return self.fraction(converted, self.applicable())

    def interval(self) -> tuple[Fraction | None, Fraction | None]:
        """The lowest and the highest rate over the open verdicts: all applicable, or none."""
        ends = [self.fraction(self.converted(), self.applicable(open_counts=counts)) for counts in (True, False)]
        rates = [Fraction(*end) for end in ends if end[1]]
        return min(rates, default=None), max(rates, default=None)

    def outdated(self) -> int:
        """Works converted by the profile, but in no current edition."""
        lost = self.converted() - self.converted(self.at_least("current"))
        return sum(one.name in lost for one in self.applicable())

    def gap(self) -> int | None:
        """8.10; None when nothing is applicable."""
        done, whole = self.fraction(self.converted(), self.applicable())
        if whole == 0:
            return None
        more = 0
        while not self._is_reached(done + more, whole):
            more += 1
        return more

    def _is_reached(self, done: int, whole: int) -> bool:
        rate, target = Fraction(done, whole), Fraction(self.rules.target_basis_points, 10000)
        return rate > target if self.rules.strict_target else rate >= target

    def adopting_nationals(self) -> int:
        """National standards in force that adopt a work in force, as the edition rule has it."""
        return len(
            {
                tie.home
                for tie in self.valid_ties()
                if tie.counts_for is not None
                and self.issue_in_force(self.topics[tie.counts_for]) is not None
                and self.passes(tie, self.rules.edition)
            }
        )

    def adoption(self, edition: str = "any") -> tuple[int, int]:
        """8.4: each national standard once; of any edition, or of current ones."""
        adopting = {tie.home for tie in self.adopting_ties() if self.passes(tie, edition)}
        return len(adopting), len(self.homes_in_force())

    def harmonization(self) -> tuple[int, int]:
        """Adopting over those with any international counterpart, NEQ included."""
        return self.adoption()[0], len({tie.home for tie in self.standing_ties()})

    def degrees_by_national(self) -> dict[str, int]:
        """The weakest of a standard's adopting links; NEQ only when it has none."""
        counts = dict.fromkeys(("IDT", "MOD", "NEQ", "none"), 0)
        for home in self.homes_in_force():
            degrees = [tie.degree for tie in self.standing_ties() if tie.home == home.number]
            adopting = [one for one in degrees if one != "NEQ"]
            counts[min(adopting, key=ORDER.index) if adopting else "NEQ" if degrees else "none"] += 1
        return counts

    def degrees_by_work(self) -> dict[str, int]:
        """The best of alternatives, of a joint group its weakest; partial adoption alone is none."""
        counts = dict.fromkeys(("IDT", "MOD", "NEQ", "none"), 0)
        for topic in self.applicable():
            ways = self.ways(topic, "any", ("IDT", "MOD"))
            weakest = [min((tie.degree for tie in way), key=ORDER.index) for way in ways]
            is_related = any(tie.counts_for == topic.name and tie.degree == "NEQ" for tie in self.standing_ties())
            counts[max(weakest, key=ORDER.index) if weakest else "NEQ" if is_related else "none"] += 1
        return counts

    def by_field(self) -> dict[str, tuple[Fraction, Fraction]]:
        """The conversion rate of each ICS field, in parts; a work of several fields once in each, or shared."""
        converted = self.converted()
        fields: dict[str, tuple[Fraction, Fraction]] = {}
        for topic in self.applicable():
            mine = {code.split(".")[0] for code in topic.ics} or {""}
            share = Fraction(1, len(mine)) if self.rules.ics_counting == "fractional" else Fraction(1)
            for one in mine:
                done, whole = fields.get(one, (Fraction(0), Fraction(0)))
                fields[one] = (done + share * (topic.name in converted), whole + share)
        return fields

    def by_committee(self) -> dict[str, tuple[int, int]]:
        """The conversion rate of each owner committee, in parts."""
        names = sorted({one.committee for one in self.applicable()})
        return {
            name: self.fraction(self.converted(), [one for one in self.applicable() if one.committee == name])
            for name in names
        }
