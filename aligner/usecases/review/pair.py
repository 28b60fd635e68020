"""What is needed to show one pair: the two standards, the candidates, and why they are proposed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from aligner.domain.catalogue import Level
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.adopted import UNKNOWN, AdoptedEdition, published_of
from aligner.domain.pairs.candidate import Candidate, EditionState, candidate_from
from aligner.domain.pairs.currency import edition_state
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.listed import Staleness
from aligner.domain.standards.standard import Standard, standard_at
from aligner.i18n import Translator
from aligner.matching.scoring import explain
from aligner.usecases.candidates.light import is_worth_listing
from aligner.usecases.catalogues.browse import ChainEdition, Listing, edition_chain, listing
from aligner.usecases.project.lookup import NationalLookup, find_international
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import ALL_VISIBLE, Visibility, visible_opinions
from aligner.usecases.review.editions import adopted_in
from aligner.usecases.review.known_from import KnownFrom, known_from

Step = explain.Step


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two standards: `statement` is what its catalogue says about adoption, `chain` its editions."""

    level: Level
    standard: Standard
    statement: str
    chain: tuple[ChainEdition, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A counterpart that can be chosen: proposed by matching, decided on before, or found by hand.

    `international` is the number a decision would be recorded on; `row` the position of the *other* standard, the one
    that is offered, in the table of its level, None when no catalogue has it.
    """

    national: str
    international: str
    work: str
    row: int | None
    title: str
    edition_state: str
    candidate: Candidate | None = None
    decision: Decision | None = None
    staleness: tuple[Staleness, ...] = ()
    adopted: AdoptedEdition = UNKNOWN
    """The edition that the national standard adopts; `edition_state` is the state of this one."""
    known_from: KnownFrom | None = None
    """The draft or supplement from which alone the international work is known; `row` and `title` are its own then."""

    @property
    def suggested_degree(self) -> str:
        """The degree that the candidate suggests; "" when nothing speaks for one."""
        return self.candidate.suggested_degree if self.candidate else ""


def side(session: Session, level: Level, row: int, at: date) -> Side:
    """The standard at this position of its level's table, with all that the review shows of it."""
    listed = session.derived(national_listing if level is Level.NATIONAL else international_listing)
    standard = standard_at(listed.table, row)
    return Side(level, standard, _statement(standard), tuple(edition_chain(listed, row, at)))


def national_listing(session: Session) -> Listing:
    """The national standards and the works they are editions of."""
    return listing(session, Level.NATIONAL)


def international_listing(session: Session) -> Listing:
    """The international standards and works."""
    return listing(session, Level.INTERNATIONAL)


def counterparts_of_national(
    session: Session, national: str, at: date, visibility: Visibility = ALL_VISIBLE
) -> list[Counterpart]:
    """The counterparts of a national standard: the candidates, best first, then what else was decided on.

    Without scores they stand in the order of their numbers.
    """
    table = session.store.candidates(national=national)
    candidates = [candidate_from(row) for row in table.rows()]
    decided = [one for one in visible_opinions(session, visibility).values() if one.national == national and one.work]
    return _ordered(_merged(session, candidates, decided, Level.INTERNATIONAL, at), Level.INTERNATIONAL, visibility)


def counterparts_of_work(
    session: Session, name: str, at: date, visibility: Visibility = ALL_VISIBLE
) -> list[Counterpart]:
    """The national standards that an international work was proposed for, best first, then what else was decided;
    without scores in the order of their numbers."""
    works = session.works()
    position = works.position(name)
    if position is None:
        return []
    tables = [session.store.candidates(work=one) for one in works.works[position].names]
    candidates = [candidate_from(row) for table in tables for row in table.rows()]
    candidates.sort(key=lambda one: -one.score)
    seen = visible_opinions(session, visibility).values()
    decided = [one for one in seen if session.listed().work(one) == position]
    return _ordered(_merged(session, candidates, decided, Level.NATIONAL, at), Level.NATIONAL, visibility)


def counterpart_international(session: Session, national: str, text: str, at: date) -> Counterpart:
    """An international standard that was found by hand. Raises AlignerError when no catalogue has it."""
    found = find_international(session.works(), text)
    offer = Counterpart(national, found.international, found.name, None, "", "")
    return _completed(session, offer, Level.INTERNATIONAL, at)


def counterpart_national(session: Session, text: str, name: str, at: date) -> Counterpart:
    """A national standard that was found by hand for a work. Raises AlignerError when no catalogue has it."""
    row = session.derived(NationalLookup).find(text)
    national = session.standards(Level.NATIONAL)["designation"][row]
    offer = counterpart_international(session, national, _current(session, name, at), at)
    return _completed(session, offer, Level.NATIONAL, at)


def titles(session: Session, national: str, international: str) -> tuple[str, str]:
    """Both titles of a pair, in English where there is one."""
    offer = Counterpart(national, international, international, None, "", "")
    rows = (
        (Level.NATIONAL, _row(session, offer, Level.NATIONAL)),
        (Level.INTERNATIONAL, _row(session, offer, Level.INTERNATIONAL)),
    )
    found = [
        "" if row is None else session.standards(level)["title_en"][row] or session.standards(level)["title"][row]
        for level, row in rows
    ]
    return found[0], found[1]


def why(offer: Counterpart, translate: Translator) -> str:
    """Why the counterpart is offered, in one line; "" when nothing speaks for it or against it."""
    return explain.because(offer.candidate, translate) if offer.candidate else ""


def what_keeps_it_down(offer: Counterpart, translate: Translator) -> str:
    """What keeps the candidate out of a higher band, in words; "" when nothing does."""
    return explain.reasons(offer.candidate, translate) if offer.candidate else ""


def steps(offer: Counterpart, translate: Translator) -> list[Step]:
    """What adds up to the score, step by step; empty without a candidate."""
    return explain.waterfall(offer.candidate, translate) if offer.candidate else []


def _merged(
    session: Session, candidates: Iterable[Candidate], decided: Iterable[Decision], other: Level, at: date
) -> list[Counterpart]:
    works, listed = session.works(), session.listed()
    offers: dict[tuple[str, int | str], Counterpart] = {}
    for one in filter(is_worth_listing, candidates):
        key = (one.national, _of(works.position(one.work), one.work))
        offers.setdefault(
            key, Counterpart(one.national, one.international, one.work, None, "", one.edition_state, candidate=one)
        )
    for decision in decided:
        key = (decision.national, _of(listed.work(decision), decision.work))
        known = offers.get(key) or Counterpart(decision.national, "", "", None, "", "")
        offers[key] = replace(
            known,
            international=decision.international,
            work=decision.work,
            edition_state="",
            decision=decision,
            staleness=listed.staleness(decision),
        )
    return [_completed(session, offer, other, at) for offer in offers.values()]


def _ordered(offers: list[Counterpart], other: Level, visibility: Visibility) -> list[Counterpart]:
    """Best first, as they come; without scores by number, which says nothing of how good they are."""
    if visibility.shows_scores:
        return offers
    return sorted(offers, key=lambda one: _natural(one.international if other is Level.INTERNATIONAL else one.national))


def _natural(number: str) -> list[tuple[int, str]]:
    """A sort key that puts ISO 9001 before ISO 10002."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", number.casefold())]


def _completed(session: Session, offer: Counterpart, other: Level, at: date) -> Counterpart:
    """The offer with position, title and edition state of the standard that is offered."""
    row = _row(session, offer, other)
    known = known_from(session, session.listed().work_of(offer.international, offer.work))
    if row is None and known is not None and other is Level.INTERNATIONAL:
        row = known.row
    table = session.standards(other)
    title = "" if row is None else table["title"][row] or table["title_en"][row]
    adopted = adopted_in(session, offer.national, offer.work, offer.decision)
    state = _state(session, offer, adopted, at)
    return replace(offer, row=row, title=title, adopted=adopted, edition_state=state, known_from=known)


def _row(session: Session, offer: Counterpart, other: Level) -> int | None:
    if other is Level.NATIONAL:
        return session.numbers().row(offer.national)
    edition = session.listed().edition_of(offer.international, offer.work)
    return None if edition is None else edition.row


def _state(session: Session, offer: Counterpart, adopted: AdoptedEdition, at: date) -> str:
    cited = parse_designation(adopted.designation or offer.work)
    if not isinstance(cited, Designation):
        return ""
    row = session.numbers().row(offer.national)
    published = published_of(session.standards(Level.NATIONAL), row) if row is not None else ""
    state: EditionState | None = edition_state(session.works(), cited, published, at).state
    return state.value if state else ""


def _current(session: Session, name: str, at: date) -> str:
    """The number of a work's edition in force, else of its newest one."""
    works = session.works()
    work = works.find(name)
    if work is None or not work.editions:
        return name
    return (works.current(work, at) or work.editions[-1]).designation


def _statement(standard: Standard) -> str:
    """What the catalogue says about adoption, as printed."""
    parts = (standard.values.get("adopted"), standard.values.get("degree"))
    return " ".join(dict.fromkeys(str(part) for part in parts if part))


def _of(position: int | None, name: str) -> int | str:
    return name if position is None else position
