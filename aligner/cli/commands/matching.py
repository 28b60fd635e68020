"""`aligner match`, `candidates` and `evaluate`."""

from pathlib import Path
from typing import Any

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, JSON, SHOWN_PROBLEMS, give_object, show_grid, show_problems
from aligner.domain.pairs.candidate import BAND_NAMES
from aligner.domain.text import N_
from aligner.usecases.candidates import learn as learning
from aligner.usecases.candidates import match as match_standards
from aligner.usecases.candidates import recipes
from aligner.usecases.candidates.learn import Fit
from aligner.usecases.candidates.match import Evaluation, Matched, Share
from aligner.usecases.candidates.vectors import without_encoder
from aligner.usecases.catalogues.unlisted import unlisted_problems, unlisted_sentence
from aligner.usecases.project.exchange import as_text, text_form, write_text

FILE = click.Path(path_type=Path)


@click.command
@click.argument("project")
@click.option("--recipe", type=FILE, help=N_("Recipe file with weights and limits, instead of the project's own."))
@click.option("--learn", is_flag=True, help=N_("First fit the recipe to the decisions in this project."))
@click.option("--shipped", is_flag=True, help=N_("Discard a learnt recipe and use the shipped one."))
@click.option("--full", is_flag=True, help=N_("Match everything, including what newer lists did not touch."))
@AS_JSON
@language_option
@click.pass_obj
def match(face: Face, project: str, recipe: Path | None, learn: bool, shipped: bool, full: bool, as_json: bool) -> None:
    """Find candidates for every national standard; earlier candidates are replaced, decisions stay."""
    with opened(face, project, decides=True) as session, face.progress() as progress:
        if shipped:
            recipes.forget(session)
        fit = learning.learn(session, progress) if learn else None
        matched = match_standards.match_standards(session, progress, recipe_file=recipe, full=full)
        unlisted = unlisted_problems(session) if matched.rematched != 0 else []
    if as_json:
        give_object(face, _values(matched, fit, len(unlisted)))
        return
    if fit is not None:
        _show_fit(face, fit)
    _show_matched(face, matched)
    if unlisted:
        face.show(unlisted_sentence(len(unlisted), face.translate))
        show_problems(face, unlisted)


def _values(matched: Matched, fit: Fit | None, unlisted: int) -> dict[str, Any]:
    """What was matched, as plain values."""
    return {
        "recipe": matched.recipe.name,
        "recipe_date": matched.recipe.date,
        "learnt": None if fit is None else fit.is_better,
        "rematched": matched.rematched,
        "without_encoder": matched.lacks_encoder,
        "candidates": matched.counts.candidates,
        "best_bands": {band.value: matched.counts.by_best_band.get(band.value, 0) for band in BAND_NAMES},
        "unlisted": unlisted,
    }


def _show_fit(face: Face, fit: Fit) -> None:
    """What the fit found, and whether it is used: a recipe never changes silently."""
    rows = [
        _share(face, face.translate("top-1 on unseen pairs, weights as they were"), fit.before),
        _share(face, face.translate("top-1 on unseen pairs, learnt weights"), fit.after),
    ]
    show_grid(face, [N_("Figure"), N_("Value"), N_("95 % interval (Wilson)"), N_("Cases")], rows, right=[1, 2, 3])
    weights = [(name, f"{old:.1f}", f"{new:.1f}") for name, (old, new) in fit.changed.items()]
    show_grid(face, [N_("Feature"), N_("Weight before"), N_("Weight after")], weights, right=[1, 2])
    if fit.is_better:
        face.show(
            face.translate("Learnt from {pairs} confirmed pairs; this project uses it from now on.", pairs=fit.pairs)
        )
    else:
        face.show(face.translate("The learnt weights rank unseen pairs worse; the recipe is unchanged."))


def _show_matched(face: Face, matched: Matched) -> None:
    recipe, counts = matched.recipe, matched.counts
    for finding in matched.findings:
        face.show_problem(finding)
    data = recipe.basis(face.translate.language)
    face.show(face.translate("Recipe {name} of {day}, found on {data}", name=recipe.name, day=recipe.date, data=data))
    if matched.rematched == 0:
        face.show(face.translate("Nothing changed since the last matching; --full matches everything again."))
    elif matched.rematched is not None:
        face.show(
            face.translate(
                "Matched only what is affected by {number} added, changed or removed standards; "
                "--full matches everything.",
                number=matched.rematched,
            )
        )
    if matched.lacks_encoder:
        face.show(without_encoder(face.translate))
    face.show(face.translate.plural("{number} candidate", "{number} candidates", counts.candidates))
    show_grid(
        face,
        [N_("Band of the best candidate"), N_("National standards", "number")],
        [(face.translate(name), str(counts.by_best_band.get(band.value, 0))) for band, name in BAND_NAMES.items()],
        right=[1],
    )


@click.command
@click.argument("project")
@click.option("--national", help=N_("Only those of this national standard."))
@click.option("--top", type=click.IntRange(min=1), help=N_("Maximum number of candidates for each national standard."))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), help=N_("csv or json."))
@JSON
@click.option("--out", type=FILE, help=N_("Write to this file instead of the terminal."))
@language_option
@click.pass_obj
def candidates(
    face: Face, project: str, national: str | None, top: int | None, form: str | None, out: Path | None
) -> None:
    """List the candidates that `match` found, with score, band and reasons."""
    if form is None:
        form = "csv" if out is None else text_form(out)
    with opened(face, project, read_only=True) as session:
        found = match_standards.candidates_of(session, national=national, top=top)
        if not match_standards.was_matched(session):
            face.alert("Nothing has been matched yet; this finds candidates: aligner match {project}", project=project)
        elif match_standards.is_matching_out_of_date(session):
            face.alert("The candidates do not include the catalogues loaded last. Run the matching again.")
    text = as_text(match_standards.candidates_table(found, face.translate), form)
    if out is None:
        face.give(text)
        return
    write_text(text, out)
    face.say("Wrote {file}.", file=str(out))


@click.command
@click.argument("project")
@click.argument("truth", type=FILE)
@click.option("--baseline", type=FILE, help=N_("An earlier result to compare with, case by case."))
@click.option("--save", type=FILE, help=N_("Save this result as a baseline."))
@language_option
@click.pass_obj
def evaluate(face: Face, project: str, truth: Path, baseline: Path | None, save: Path | None) -> None:
    """Measure the candidates against known pairs (columns national, work)."""
    with opened(face, project, read_only=True) as session, face.progress() as progress:
        result = match_standards.evaluate_candidates(session, truth, progress, baseline=baseline)
    show_problems(face, result.problems)
    _show_evaluation(face, result.evaluation)
    if save is not None:
        write_text(result.saved, save)
        face.say("Wrote {file}.", file=str(save))


def _show_evaluation(face: Face, evaluation: Evaluation) -> None:
    face.show(face.translate.plural("{number} known pair", "{number} known pairs", evaluation.n))
    rows = [
        _share(face, "top-1" if depth == 1 else f"recall@{depth}", share) for depth, share in evaluation.recall.items()
    ]
    low, high = evaluation.mean_reciprocal_rank_interval
    rows.append(("MRR", f"{evaluation.mean_reciprocal_rank:.3f}", f"{low:.3f} – {high:.3f}", ""))
    rows += [
        _share(face, face.translate("precision of {band}", band=face.translate(BAND_NAMES[band])), share)
        for band, share in evaluation.precision.items()
    ]
    rows.append(_share(face, face.translate("known pairs that are strong and first"), evaluation.strong))
    show_grid(face, [N_("Figure"), N_("Value"), N_("95 % interval (Wilson)"), N_("Cases")], rows, right=[1, 2, 3])
    if evaluation.unknown:
        unknown = ", ".join(evaluation.unknown[:SHOWN_PROBLEMS])
        face.alert("Not in the catalogues, counted as not found: {works}", works=unknown)
    for title, cases in (
        (N_("Better than the baseline:"), evaluation.better),
        (N_("Worse than the baseline:"), evaluation.worse),
    ):
        if cases:
            face.show(face.translate(title))
            for case in cases:
                face.show(f"  {case.national} – {case.work}: {case.before or '-'} → {case.now or '-'}")


def _share(face: Face, name: str, share: Share) -> tuple[str, str, str, str]:
    if share.value is None:
        return (name, face.translate("n/a"), "", f"{share.numerator}/{share.denominator}")
    interval = f"{share.low:.3f} – {share.high:.3f}"
    return (name, f"{share.value:.3f}", interval, f"{share.numerator}/{share.denominator}")
