"""What can be done on the review page, one row each; the letters and digits work wherever nothing is being typed."""

from collections.abc import Callable

from aligner.domain.degree import Degree
from aligner.domain.text import N_
from aligner.gui.commands.command import Command, always, on, when
from aligner.gui.commands.comparison_actions import can_compare, compare_indicators
from aligner.gui.commands.minutes import can_write_minutes, save_minutes
from aligner.gui.commands.review_visibility import (
    are_scores_hidden,
    has_choice_of_scores,
    is_second,
    turn_scores,
    turn_second,
)
from aligner.gui.commands.window import Window
from aligner.gui.pages.review.deciding import Deciding
from aligner.gui.pages.review.page import ReviewPage

CANDIDATES = (
    N_("No counterpart"),
    N_("Candidate 1"),
    N_("Candidate 2"),
    N_("Candidate 3"),
    N_("Candidate 4"),
    N_("Candidate 5"),
    N_("Candidate 6"),
    N_("Candidate 7"),
    N_("Candidate 8"),
    N_("Candidate 9"),
)
"""What each digit chooses."""


def _do(act: Callable[[Deciding], None]) -> Callable[[Window], None]:
    """What a command records or chooses on the shown pair."""
    return on(ReviewPage, lambda page: act(page.deciding))


def _if(can: Callable[[Deciding], bool]) -> Callable[[Window], bool]:
    """Whether there is a queue, and it can be done on the shown pair."""
    return when(ReviewPage, lambda page: page.is_ready() and can(page.deciding))


REASONS = (
    ("less", N_("Differs: less content"), "L"),
    ("more", N_("Differs: more content"), "P"),
    ("altered", N_("Differs: altered content"), "J"),
    ("alternative", N_("Differs: alternative choice"), "Q"),
)
"""Code of a reason for MOD and NEQ, what its command says, its key."""


def _reason(code: str, text: str, key: str) -> Command:
    """The command that chooses a reason, or gives it up."""
    return Command(
        f"review.{code}", text, _do(lambda deciding: deciding.turn_reason(code)), "review", "", key,
        _if(Deciding.asks_reasons), checked=_if(lambda deciding: deciding.has_reason(code)),
        tip=N_("What differs, for the degrees MOD and NEQ"))  # fmt: skip


# fmt: off
DECIDE = (
    Command("review.confirm", N_("Confirm"), _do(Deciding.press_enter), "review", "confirmed",
            "Return, Enter", _if(Deciding.can_decide),
            tip=N_("Record it and go to the next open standard in the view")),
    Command("review.confirm_stay", N_("Confirm and stay"), _do(Deciding.confirm_and_stay), "review", "",
            "Shift+Return, Shift+Enter", _if(Deciding.can_decide),
            tip=N_("For a standard with several counterparts")),
    Command("review.idt", N_("Degree IDT"), _do(lambda deciding: deciding.choose_degree(Degree.IDT)), "review", "",
            "I", _if(Deciding.has_offer), separated=True),
    Command("review.mod", N_("Degree MOD"), _do(lambda deciding: deciding.choose_degree(Degree.MOD)), "review", "",
            "M", _if(Deciding.has_offer)),
    Command("review.neq", N_("Degree NEQ"), _do(lambda deciding: deciding.choose_degree(Degree.NEQ)), "review", "",
            "N", _if(Deciding.has_offer)),
    Command("review.coverage", N_("Next coverage"),
            on(ReviewPage, lambda page: page.pair.panel.turn_coverage()), "review", "", "V",
            _if(Deciding.has_offer),
            tip=N_("Covers all of it, a part of it, or all of it together with others")),
    *(_reason(*one) for one in REASONS),
    Command("review.edition", N_("Next edition"),
            on(ReviewPage, lambda page: page.pair.panel.turn_edition()), "review", "", "Y",
            _if(Deciding.has_offer),
            tip=N_("The edition that the national standard adopts: presumed by the dates, unless you choose one")),
    Command("review.note", N_("Write a note"),
            on(ReviewPage, lambda page: page.pair.write_note()), "review", "draft", "C",
            _if(Deciding.can_decide)),
    Command("review.reject", N_("Reject"), _do(Deciding.reject), "review", "cancel", "X",
            _if(Deciding.has_offer), tip=N_("This candidate is not the counterpart"), separated=True),
    Command("review.unsure", N_("Unsure"), _do(Deciding.unsure), "review", "unsure", "U",
            _if(Deciding.has_offer), tip=N_("Leave this pair to someone who knows, and continue")),
    Command("review.skip", N_("Skip"), _do(Deciding.skip), "review", "right", "S",
            _if(Deciding.has_row), tip=N_("Continue without a decision")),
    Command("review.flag", N_("Flag"), _do(Deciding.turn_flag), "review", "flag", "F",
            _if(Deciding.can_decide), checked=_if(Deciding.is_flagged),
            tip=N_("Mark this standard, to come back to it")),
    Command("review.take_back", N_("Undo this one"), _do(Deciding.take_back), "review", "take_back",
            "T", _if(Deciding.can_take_back),
            tip=N_("Only the decision on the chosen candidate; later ones stay")),
    Command("review.renew", N_("Renew the decision"), _do(Deciding.renew), "review", "stale", "R",
            _if(Deciding.can_renew),
            tip=N_("Reaffirm the decision for the standards as they are now; to change it, choose "
"another degree and confirm")),
    Command("review.settle_first", N_("Uphold the first opinion"), _do(Deciding.settle_with_first), "review", "success",
            "[", _if(Deciding.can_settle), tip=N_("Settles a difference between two reviewers; both "
"opinions are kept")),
    Command("review.settle_second", N_("Uphold the second opinion"), _do(Deciding.settle_with_second), "review",
            "success", "]", _if(Deciding.can_settle),
            tip=N_("Settles a difference between two reviewers; both opinions are kept")),
    Command("review.applicability", N_("Does it count?…"), on(ReviewPage, ReviewPage.judge_applicability), "review",
            "indicators", "A", when(ReviewPage, ReviewPage.can_judge),
            tip=N_("Whether the international standard is in the denominator, and why not"), separated=True),
    Command("review.compare", N_("Compare key indicators…"), compare_indicators, "review", "difference", "K",
            can_compare, tip=N_("The values of both standards side by side, with the verdict that follows")),
    Command("review.bulk", N_("Accept in bulk…"), on(ReviewPage, ReviewPage.accept_in_bulk), "review", "success",
            "Ctrl+B", when(ReviewPage, ReviewPage.can_accept_in_bulk),
            tip=N_("Accepts the candidates of one band in the current view, after a look at a sample")),
    Command("review.together", N_("Several at once…"), on(ReviewPage, ReviewPage.decide_together), "review", "filter",
            "Ctrl+Shift+B", when(ReviewPage, ReviewPage.can_decide_together),
            tip=N_("No counterpart, reject, unsure, flag or hand over: the selected standards, or all in the view")),
)


def _choose(number: int) -> Command:
    return Command(
        f"review.candidate{number}", CANDIDATES[number],
        on(ReviewPage, lambda page: page.pair.choose(number)), "candidates", "" if number else "none", str(number),
        _if(Deciding.has_row if number else Deciding.can_say_none))


LOOK = (
    *(_choose(number) for number in (*range(1, 10), 0)),
    Command("review.find", N_("Another standard…"),
            on(ReviewPage, lambda page: page.pair.finder.open_search()), "candidates", "search",
            "O", _if(Deciding.has_row),
            tip=N_("Find any standard by number or words, when the right one is not offered"), separated=True),
    Command("review.why", N_("Why this candidate"),
            on(ReviewPage, lambda page: page.pair.candidates.turn_waterfall()), "candidates",
            "indicators", "W", _if(Deciding.can_explain),
            tip=N_("Show how the score adds up")),
    Command("review.history", N_("History of this standard"), on(ReviewPage, ReviewPage.show_history), "candidates",
            "history", "H", _if(Deciding.can_look_back)),
    Command("review.difference", N_("Mark differences"),
            on(ReviewPage, lambda page: page.pair.sides.turn_marked()), "candidates",
            "difference", "D", when(ReviewPage, ReviewPage.is_ready),
            when(ReviewPage, ReviewPage.is_difference_marked), separated=True),
    Command("review.scope", N_("Expand or collapse the scopes"),
            on(ReviewPage, lambda page: page.pair.sides.turn_scope()), "candidates",
            "document", "E", _if(Deciding.has_row)),
    Command("review.down", N_("Next standard"), on(ReviewPage, lambda page: page.queue.go_by(1)), "candidates", "",
            "Alt+Down", _if(Deciding.has_row), separated=True),
    Command("review.up", N_("Previous standard"), on(ReviewPage, lambda page: page.queue.go_by(-1)), "candidates", "",
            "Alt+Up", _if(Deciding.has_row)),
    Command("review.turn", N_("Switch sides"), on(ReviewPage, ReviewPage.turn_direction), "candidates", "turn",
            "Ctrl+T", when(ReviewPage, ReviewPage.is_ready), when(ReviewPage, ReviewPage.is_turned),
            tip=N_("List international standards to find their national counterparts, or switch back")),
    Command("review.scores", N_("Hide scores"), turn_scores, "candidates", "", "Z",
            has_choice_of_scores, are_scores_hidden,
            tip=N_("No scores, bands or suggested degrees; candidates are listed in the order of their numbers"),
            separated=True),
    Command("review.second", N_("Blind second review"), turn_second, "candidates", "user", "B", always, is_second,
            tip=N_("Decide without seeing what others decided; it is kept as a second opinion")),
    Command("review.agreement", N_("Agreement of two reviewers…"), on(ReviewPage, ReviewPage.show_agreement),
            "candidates", "indicators", "G", when(ReviewPage, ReviewPage.can_show_agreement),
            tip=N_("How far first and second opinions agree, and where they differ")),
    Command("review.minutes", N_("Sheet for a meeting…"), save_minutes, "candidates", "document", "", can_write_minutes,
            tip=N_("The rows that are shown, with room for votes and reasons; import it as decisions afterwards")),
    Command("review.save_view", N_("Save this view…"), on(ReviewPage, ReviewPage.ask_view_name), "candidates",
            "filter", "", when(ReviewPage, ReviewPage.is_ready)),
)
# fmt: on

REVIEW = (*DECIDE, *LOOK)
"""All of them, in the order of the menus."""
