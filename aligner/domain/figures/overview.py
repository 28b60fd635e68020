"""What one looks at before one reads: the rate by groups and years, what is outdated, how far the review is."""

from dataclasses import dataclass

from aligner.domain.figures.indicator import Slice
from aligner.domain.figures.pace import ReviewPace


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures behind the charts of the overview that no indicator shows by itself."""

    fields: tuple[Slice, ...]
    """The conversion rate of each ICS field, those that lack most first."""
    committees: tuple[Slice, ...]
    years: tuple[Slice, ...]
    """The rate on 31 December of the last years, and on the reference date in its own; labels are the days."""
    ages: tuple[Slice, ...]
    """Standards converted in an outdated edition only, by the age of the newer edition."""
    pace: ReviewPace
