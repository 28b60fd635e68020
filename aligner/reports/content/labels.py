"""Codes of the tables in the words of the reader."""

from collections.abc import Mapping

from aligner.domain.comparisons.comparison import VERDICT_NAMES
from aligner.domain.text import N_
from aligner.i18n import Translator

STATUSES: Mapping[str, str] = {
    "in_force": N_("in force"),
    "upcoming": N_("published, not yet effective"),
    "withdrawn": N_("withdrawn"),
    "superseded": N_("superseded"),
    "draft": N_("draft"),
    "plan": N_("being drafted"),
    "deleted": N_("project cancelled"),
    "unknown": N_("unknown"),
}
APPLICABLE: Mapping[str, str] = {
    "Y": N_("applicable"),
    "N": N_("not applicable"),
    "D": N_("deferred"),
    "?": N_("undetermined"),
}
CONVERTED: Mapping[str, str] = {"yes": N_("yes"), "partial": N_("partly"), "no": N_("no")}
VERDICTS: Mapping[str, str] = {
    "confirmed": N_("confirmed"),
    "rejected": N_("rejected"),
    "unsure": N_("unsure"),
    "no_counterpart": N_("no counterpart"),
    "declared": N_("declared by the catalogue"),
}
COVERAGES: Mapping[str, str] = {"full": N_("full"), "partial": N_("partial"), "joint": N_("joint")}
BANDS: Mapping[str, str] = {
    "strong": N_("strong"),
    "probable": N_("probable"),
    "ambiguous": N_("ambiguous"),
    "weak": N_("weak"),
}
EDITION_STATES: Mapping[str, str] = {
    "current": N_("current edition"),
    "amendment-outdated": N_("amendment not taken in"),
    "outdated": N_("outdated edition"),
    "grace": N_("outdated, within the period of grace"),
    "adopts withdrawn": N_("withdrawn without successor"),
    "undated": N_("undated citation"),
    "ahead": N_("newer than the catalogue"),
}
IS_CURRENT: Mapping[str, str] = {
    "current": N_("yes"),
    "amendment-outdated": N_("yes, amendment not taken in"),
    "outdated": N_("no"),
    "grace": N_("no, within the period of grace"),
    "adopts withdrawn": N_("no, withdrawn"),
    "undated": N_("unknown, undated citation"),
    "ahead": N_("unknown, newer than the catalogue"),
}
GAPS: Mapping[str, str] = {
    "unconverted": N_("not converted"),
    "partial": N_("partly covered"),
    "not_equivalent": N_("not equivalent only"),
    "planned": N_("plan under way"),
    "outdated": N_("outdated edition"),
    "adopts withdrawn": N_("withdrawn without successor"),
}
NEXT_STEPS: Mapping[str, str] = {
    "unconverted": N_("propose an adoption project"),
    "partial": N_("cover the remaining parts"),
    "not_equivalent": N_("revise towards IDT or MOD"),
    "planned": N_("follow the plan"),
    "outdated": N_("revise to the current edition"),
    "adopts withdrawn": N_("review the national standard"),
}
SEVERITIES: Mapping[str, str] = {
    "left_out": N_("row left out"),
    "warning": N_("to be checked"),
    "note": N_("repaired"),
}
ACTIONS: Mapping[str, str] = {
    "decide": N_("decide"),
    "applicability": N_("judge applicability"),
    "compare": N_("compare indicators"),
    "second": N_("give a second opinion"),
    "settle": N_("settle a difference"),
    "take_back": N_("take back"),
    "undo": N_("undo"),
    "redo": N_("redo"),
}
SUBJECTS: Mapping[str, str] = {
    "decision": N_("decision"),
    "applicability": N_("applicability"),
    "comparison": N_("comparison"),
    "second_opinion": N_("second opinion"),
    "settlement": N_("settlement"),
}
LEVELS: Mapping[str, str] = {"national": N_("national"), "international": N_("international")}
UNITS: Mapping[str, str] = {
    "ratio": N_("share"),
    "standards": N_("standards"),
    "works": N_("works"),
    "months": N_("months"),
}
COMPARISON_VERDICTS: Mapping[str, str] = {verdict.value: name for verdict, name in VERDICT_NAMES.items()}
EQUIVALENCES: Mapping[str, str] = {
    "same": N_("the same"),
    "equivalent": N_("equivalent"),
    "different": N_("different"),
}
DIRECTIONS: Mapping[str, str] = {
    "lower": N_("lower is stricter"),
    "higher": N_("higher is stricter"),
    "narrower": N_("narrower is stricter"),
    "wider": N_("wider is stricter"),
    "qualitative": N_("qualitative"),
}
DIMENSIONS: Mapping[str, str] = {"ics": N_("ICS field"), "committee": N_("Committee"), "year": N_("Year")}


def in_words(codes: list[str], labels: Mapping[str, str], translate: Translator) -> list[str]:
    """Each code in the reader's words; a code without words stays as it is."""
    words = {code: translate(label) for code, label in labels.items()}
    return [words.get(code, code) for code in codes]
