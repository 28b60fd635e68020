"""What is to be done next, in words, with the command that does it."""

from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.usecases.figures.next_step import NextStep, Task

COMMANDS = {
    Task.LOAD_NATIONAL: "catalogue.load_national",
    Task.LOAD_INTERNATIONAL: "catalogue.load_international",
    Task.MATCH: "catalogue.match",
    Task.REVIEW: "go.review",
    Task.MEASURE: "go.indicators",
}
"""The command of each task."""

SENTENCES = {
    Task.LOAD_NATIONAL: N_("Load the list of national standards: Excel, CSV or text, as it is."),
    Task.LOAD_INTERNATIONAL: N_("Load the list of international standards: Excel, CSV or text, as it is."),
    Task.MATCH: N_("Look for the international counterpart of every national standard."),
    Task.MEASURE: N_("Every standard is decided. Look at the figures and export the report."),
}


def next_sentence(step: NextStep, translate: Translator) -> str:
    """What is to be done next."""
    if step.task is Task.REVIEW:
        return translate.plural(
            "{number} standard is waiting for a decision.",
            "{number} standards are waiting for a decision.",
            step.open_standards,
        )
    return translate(SENTENCES[step.task])
