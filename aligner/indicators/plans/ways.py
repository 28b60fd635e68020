"""What is to be done about an international work that is not converted: one advice for every page and sheet."""

from enum import StrEnum
from typing import Final

from aligner.domain.pairs.candidate import EditionState
from aligner.domain.text import N_
from aligner.indicators.figures import reasons

NEARLY_COMPLETE = 0.5
"""A family counts as nearly complete when more than this share of its applicable parts is converted."""


class Way(StrEnum):
    """How an applicable work that is not converted could become so."""

    STATED = "stated"  # the national catalogue states it, nobody has decided
    SETTLE = "settle"  # a reviewer left it open
    DECIDE = "decide"  # a strong candidate waits for a reviewer
    RECONFIRM = "reconfirm"  # an adopted draft was published
    DEGREE = "degree"  # the degree is not known
    EDITION = "edition"  # the adopted edition is not known
    WAIT = "wait"  # published, and not in force yet
    SUCCEED = "succeed"  # what was merged into it or what it was split from is adopted
    PLAN = "plan"  # a project is under way
    COMPLETE = "complete"  # a part of it is adopted already
    LOOK = "look"  # a probable candidate is to be examined
    REVISE = "revise"  # adopted in an edition that does not count
    STRENGTHEN = "strengthen"  # NEQ could become MOD
    OTHER_DEGREE = "other_degree"  # adopted in a degree that does not count
    RAISE = "raise"  # an industry, local or group standard adopts it
    SIBLING = "sibling"  # the other parts of its family are converted
    ADOPT = "adopt"  # nothing is there


EFFORTS: Final[dict[Way, int]] = {
    Way.STATED: 1,
    Way.SETTLE: 1,
    Way.DECIDE: 1,
    Way.RECONFIRM: 1,
    Way.DEGREE: 1,
    Way.EDITION: 1,
    Way.WAIT: 1,
    Way.SUCCEED: 2,
    Way.PLAN: 2,
    Way.COMPLETE: 3,
    Way.LOOK: 3,
    Way.REVISE: 4,
    Way.STRENGTHEN: 5,
    Way.OTHER_DEGREE: 5,
    Way.RAISE: 5,
    Way.SIBLING: 7,
    Way.ADOPT: 10,
}
"""Effort of each way on a scale of 1 to 10, tool-defined."""

WAY_NAMES: Final[dict[Way, str]] = {
    Way.STATED: N_("Decide on the stated pair"),
    Way.SETTLE: N_("Settle the pair that was left open"),
    Way.DECIDE: N_("Confirm a strong candidate"),
    Way.RECONFIRM: N_("Confirm again: the adopted draft was published"),
    Way.DEGREE: N_("Find out the degree"),
    Way.EDITION: N_("Find out which edition is adopted"),
    Way.WAIT: N_("Wait until the national standard is in force"),
    Way.SUCCEED: N_("Review the national standard against what replaced its source"),
    Way.PLAN: N_("Finish the plan under way"),
    Way.COMPLETE: N_("Adopt the missing parts"),
    Way.LOOK: N_("Examine a probable candidate"),
    Way.REVISE: N_("Revise to the current edition"),
    Way.STRENGTHEN: N_("Revise the NEQ standard towards MOD"),
    Way.OTHER_DEGREE: N_("Revise towards a degree that counts"),
    Way.RAISE: N_("Raise the adopting standard to a national one"),
    Way.SIBLING: N_("Adopt: the other parts are nearly complete"),
    Way.ADOPT: N_("Start an adoption project"),
}

SETTLED_BY_REVIEW: Final = frozenset(
    {Way.STATED, Way.SETTLE, Way.DECIDE, Way.RECONFIRM, Way.DEGREE, Way.EDITION, Way.SUCCEED, Way.LOOK}
)
"""Ways that ask for a decision and for no project."""

OF_REASON: Final[dict[str, Way]] = {
    reasons.UNDECIDED: Way.STATED,
    reasons.UNSURE: Way.SETTLE,
    reasons.NO_ADOPTION: Way.ADOPT,
    reasons.NO_LONGER: Way.ADOPT,
    reasons.OTHER_LEVEL: Way.RAISE,
    reasons.MERGED: Way.SUCCEED,
    reasons.PREDECESSOR: Way.SUCCEED,
    reasons.NOT_EQUIVALENT: Way.STRENGTHEN,
    reasons.OTHER_DEGREE: Way.OTHER_DEGREE,
    reasons.NO_DEGREE: Way.DEGREE,
    reasons.PARTIAL: Way.COMPLETE,
    reasons.JOINT_OPEN: Way.COMPLETE,
    reasons.UNCONFIRMED_DRAFT: Way.RECONFIRM,
    reasons.EDITION_UNKNOWN: Way.EDITION,
    reasons.OUTDATED: Way.REVISE,
    reasons.NOT_YET: Way.WAIT,
    reasons.PLAN_ONLY: Way.PLAN,
}
"""The way that each reason why a work is not converted leaves open."""

OF_STATE: Final[dict[EditionState, str]] = {
    EditionState.OUTDATED: WAY_NAMES[Way.REVISE],
    EditionState.GRACE: WAY_NAMES[Way.REVISE],
    EditionState.AMENDMENT_OUTDATED: N_("Take in the newer amendments"),
    EditionState.WITHDRAWN: N_("Review the national standard: its source is withdrawn"),
}
"""What is to be done about an adoption that is not of the current edition."""

_OF_BAND = {"strong": Way.DECIDE, "probable": Way.LOOK}


def easiest_way(reason: str, family: tuple[int, int], band: str = "") -> Way:
    """The way of least effort of those that are open.

    `family` are the converted and the applicable parts of the work's family, `band` is that of its best candidate.
    """
    ways = [OF_REASON[reason]]
    if band in _OF_BAND:
        ways.append(_OF_BAND[band])
    if family[1] > 1 and family[0] / family[1] > NEARLY_COMPLETE:
        ways.append(Way.SIBLING)
    return min(ways, key=EFFORTS.__getitem__)


def rests_on_candidate(way: Way) -> bool:
    """Whether the way is to decide on a candidate."""
    return way in _OF_BAND.values()
