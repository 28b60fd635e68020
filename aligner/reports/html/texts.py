"""The page's own words; what it shows of the report brings its words with it."""

from collections.abc import Mapping
from typing import Final

from aligner.domain.text import N_

TEXTS: Final[Mapping[str, str]] = {
    "heading": N_("Conversion of international standards"),
    "contents": N_("Language and sections"),
    "rate": N_("Conversion rate"),
    "degrees": N_("Degrees of correspondence"),
    "more": N_("Show all {number}"),
    "fewer": N_("Show fewer"),
    "indicators": N_("All indicators"),
    "rows": N_("The rows behind the figures"),
    "fields": N_("ICS field"),
    "degree": N_("Degree"),
    "counted": N_("Counted in the rate"),
    "denominator": N_("In the denominator"),
    "numerator": N_("In the numerator"),
    "open": N_("In the denominator, not converted"),
    "all": N_("all"),
    "without": N_("without"),
    "search": N_("Search"),
    "clear": N_("Clear the filters"),
    "per_page": N_("Rows per page"),
    "before": N_("Previous page"),
    "after": N_("Next page"),
    "shown": N_("Rows {first} to {last} of {number}"),
    "nothing": N_("No rows match the filters."),
    "counts_works": N_("Of these rows, {numerator} of {denominator} counted works are converted: {rate}."),
    "counts_nationals": N_(
        "Of these rows, {numerator} of {denominator} national standards adopt an international one: {rate}."
    ),
    "print": N_("Only the rows on this page are printed; choose more rows per page to print more."),
    "basis": N_("Basis of the figures"),
    "files": N_("Files and their fingerprints (SHA-256)"),
    "rules": N_("Counting rules"),
    "to_rows": N_("Show these rows"),
}
"""By the name under which the page's script asks for them."""
