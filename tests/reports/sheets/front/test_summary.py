"""The sentence beside the headline figure."""

from dataclasses import replace

from aligner.domain.figures.indicator import Indicator
from aligner.i18n import translator
from aligner.indicators.measure import definition_of
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.front.summary import headline_sentence
from reports.contents import a_report


def with_rate(numerator: int, denominator: int, low: float, high: float, gap: int) -> ReportContent:
    value = numerator / denominator if denominator else None
    rate = Indicator("conversion_rate", "Conversion rate", "", value, numerator, denominator, "ratio", low, high)
    return a_report(1, indicators=(rate, Indicator("gap_to_target", "Gap", "", gap, None, None, "works")))


def test_the_headline_tells_interval_and_gap() -> None:
    assert headline_sentence(with_rate(6, 9, 6 / 9, 0.75, 2), translator("en")) == (
        "Conversion rate: 6 of the 9 international works counted are converted. "
        "Open applicability verdicts can move it between 66.7 % and 75.0 %. "
        "Works still to be converted for the target of 85.0 %: 2."
    )


def test_the_headline_tells_when_the_target_is_met_and_nothing_is_open() -> None:
    assert headline_sentence(with_rate(9, 10, 0.9, 0.9, 0), translator("en")) == (
        "Conversion rate: 9 of the 10 international works counted are converted. The target of 85.0 % is met."
    )


def test_without_a_target_the_headline_speaks_of_none() -> None:
    content = replace(with_rate(9, 10, 0.9, 0.9, 0), target=None)
    assert "target" not in headline_sentence(content, translator("en"))


def test_nothing_counted_is_said_in_words() -> None:
    assert headline_sentence(with_rate(0, 0, 0, 0, 0), translator("en")).startswith("There is no conversion rate")


def test_a_rate_over_few_verdicts_says_how_many_are_missing() -> None:
    known = definition_of("applicability_judged")
    judged = Indicator(known.id, known.name, known.rule, 2 / 27236, 2, 27236, known.unit)
    content = with_rate(2, 2, 1.0, 1.0, 0)
    told = replace(content, indicators=(*content.indicators, judged))
    sentence = "27\u202f234 of 27\u202f236 international standards in force have no applicability verdict."
    assert sentence in headline_sentence(told, translator("en"))
    assert "verdict" not in headline_sentence(content, translator("en"))
