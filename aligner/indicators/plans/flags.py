"""Adoptions that count and yet deserve a look (domain.md 8.12), each with why."""

from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.flags import KINDS
from aligner.indicators.plans.worklist import LinkItem, link_item


def flagged(counting: Counting) -> list[LinkItem]:
    """The adoptions to look at, kind by kind, what may change a figure first. One that has several flags has several
    lines."""
    return [link_item(counting, link, reason) for kind in KINDS for link, reason in kind(counting)]
