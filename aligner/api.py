"""The Python API: one class, each method one use-case; tables come back as pandas DataFrames.

Columns are those of `aligner.domain.fields` (standards), `usecases.match_standards.CANDIDATE_COLUMNS` (candidates) and
the dataclasses named in each method.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pandas as pd

from aligner import settings
from aligner.domain.catalogue import Level
from aligner.domain.change import Change
from aligner.domain.progress import Progress, Silent
from aligner.domain.snapshot import Snapshot
from aligner.domain.table import Table
from aligner.i18n import translator
from aligner.usecases import (
    applicability,
    compare,
    compare_snapshots,
    comparison_forms,
    comparison_templates,
    history,
    learn,
    load_catalogue,
    match_standards,
    measure,
    review,
    snapshots,
    write_report,
)
from aligner.usecases import export as exporting
from aligner.usecases.learn import Fit
from aligner.usecases.load_catalogue import Loaded, LoadRequest, Preview
from aligner.usecases.match_standards import Evaluated
from aligner.usecases.measure import PROFILES, Measured
from aligner.usecases.open_project import check_project, new_project, open_project
from aligner.usecases.review import Recorded
from aligner.usecases.session import Session
from aligner.usecases.snapshots import Drift


class Project:
    """An open project. Made by `Project.new` and `Project.open`; use it in a `with` statement or call `close`.

    Every method raises `aligner.domain.errors.AlignerError` with one sentence when it cannot be done.
    """

    def __init__(self, session: Session, progress: Progress | None = None) -> None:
        self._session = session
        self._progress = progress or Silent()

    @classmethod
    def new(cls, address: str | Path, *, reviewer: str | None = None, progress: Progress | None = None) -> Self:
        """A new, empty project: a file or a postgresql:// address. `reviewer` signs decisions."""
        return cls(new_project(str(address), reviewer or settings.load_settings().reviewer), progress)

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        reviewer: str | None = None,
        read_only: bool = False,
        progress: Progress | None = None,
    ) -> Self:
        """The project at this address."""
        name = reviewer or settings.load_settings().reviewer
        return cls(open_project(str(address), name, read_only=read_only), progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the project."""
        self._session.close()

    # catalogues

    def preview(self, file: str | Path, level: str, **options: Any) -> Preview:
        """What is recognized in a file; options as in `load`. Nothing is stored."""
        return load_catalogue.preview(self._session, _request(file, level, options), self._progress)

    def load(self, file: str | Path, level: str, **options: Any) -> Loaded:
        """Load a catalogue; `level` is "national" or "international".

        Options: sheet, columns (field -> heading), encoding, import_anyway, update (see `LoadRequest`).
        """
        return load_catalogue.load(self._session, _request(file, level, options), self._progress)

    def catalogues(self) -> pd.DataFrame:
        """The loaded catalogues: one row each, columns of `domain.catalogue.Catalogue`."""
        return pd.DataFrame([asdict(one) for one in self._session.store.catalogues()])

    def standards(self, level: str) -> pd.DataFrame:
        """Every standard of a level: columns of `domain.fields` and `catalogue`, the id of its catalogue."""
        return _frame(self._session.standards(Level(level)))

    def problems(self) -> pd.DataFrame:
        """What was found in the files: code, severity, sentence, file, sheet, row, column."""
        english = translator("en")
        return pd.DataFrame(
            [
                {
                    "code": problem.code,
                    "severity": problem.severity.value,
                    "sentence": english.sentence(problem),
                    "file": problem.file,
                    "sheet": problem.sheet,
                    "row": problem.row,
                    "column": problem.column,
                }
                for catalogue in self._session.store.catalogues()
                for problem in self._session.store.catalogue_problems(catalogue.id)
            ],
            columns=["code", "severity", "sentence", "file", "sheet", "row", "column"],
        )

    # matching

    def match(self, *, recipe: str | Path | None = None, full: bool = False) -> pd.DataFrame:
        """Find candidates for every national standard; gives and keeps them.

        After newer lists only what they touch is matched anew, unless `full`.
        """
        match_standards.match_standards(
            self._session, self._progress, recipe_file=Path(recipe) if recipe else None, full=full
        )
        return self.candidates()

    def learn(self) -> Fit:
        """Fit the recipe to the project's decisions; later matchings use it when it ranks unseen pairs no worse."""
        return learn.learn(self._session, self._progress)

    def candidates(self, *, national: str | None = None, top: int | None = None, language: str = "en") -> pd.DataFrame:
        """The kept candidates, best first, with their reasons as a sentence in "en" or "zh"."""
        found = match_standards.candidates_of(self._session, national=national, top=top)
        return _frame(match_standards.candidates_table(found, translator(language)))

    def evaluate(self, truth: str | Path, *, baseline: str | Path | None = None) -> Evaluated:
        """Quality of the candidates on known pairs in a csv or xlsx file (columns national, work)."""
        return match_standards.evaluate_candidates(
            self._session, Path(truth), self._progress, baseline=Path(baseline) if baseline else None
        )

    # review

    def decide(self, file: str | Path) -> Recorded:
        """Record the decisions of a csv or xlsx file as one step."""
        return review.decide_file(self._session, Path(file), self._progress)

    def judge_applicability(self, file: str | Path) -> Recorded:
        """Record the applicability verdicts of a csv or xlsx file as one step."""
        return applicability.judge_file(self._session, Path(file), self._progress)

    def compare(self, file: str | Path, *, template: str = "") -> Recorded:
        """Record the key technical indicators of a csv or xlsx file as one step; see `compare` in the command line."""
        left_out = comparison_templates.left_out_by(self._session, template) if template else {}
        return compare.compare_file(self._session, Path(file), self._progress, left_out)

    def comparisons(self, *, national: str | None = None, language: str = "en") -> pd.DataFrame:
        """The compared indicators: COMPARISON_COLUMNS and EXPLAINING_COLUMNS of `usecases.comparison_forms`."""
        return _frame(comparison_forms.explained_table(self._session, translator(language), national=national))

    def save_indicator_template(self, name: str, source: str | Path | tuple[str, str]) -> None:
        """Keep indicators for a product group: those of a csv or xlsx file, or of a pair (national, international)."""
        if isinstance(source, tuple):
            comparison_templates.save_template_of(self._session, name, *source)
        else:
            comparison_templates.save_template_file(self._session, name, Path(source), self._progress)

    def indicator_templates(self) -> pd.DataFrame:
        """The project's own templates: `template` and the columns of `domain.comparison.IndicatorTemplate`."""
        kept = comparison_templates.own_templates(self._session)
        return pd.DataFrame([{"template": name} | one.to_json() for name, listed in kept.items() for one in listed])

    def comparison_form(
        self, template: str, pairs: Iterable[tuple[str, str]], out: str | Path, *, language: str = "en"
    ) -> None:
        """Write a form (xlsx or csv) with the indicators of a template for (national, international) pairs.

        The template is one of the project's own, or one that comes with the program, such as "steel-products".
        """
        translate = translator(language)
        table = comparison_templates.comparison_form(self._session, template, pairs, translate)
        comparison_forms.write_comparisons(table, Path(out), translate)

    def take_back(self, national: str, work: str = "") -> Change:
        """Remove one standing decision; `work` is "" for "no counterpart"."""
        change, _ = review.take_back(self._session, national, work)
        return change

    def decisions(self, *, until: date | None = None) -> pd.DataFrame:
        """The standing decisions, or those that stood at the end of a day (UTC): columns of `domain.decision`."""
        return pd.DataFrame([one.to_json() for one in self._session.store.decisions(until)])

    def applicability(self, *, until: date | None = None) -> pd.DataFrame:
        """The applicability verdicts, now or at the end of a day (UTC): columns of `domain.applicability`."""
        return pd.DataFrame([one.to_json() for one in self._session.store.applicability(until)])

    def history(self, *, limit: int | None = None) -> list[Change]:
        """The journal, newest first."""
        return list(history.history(self._session, limit=limit))

    def undo(self) -> Change:
        """Take back this reviewer's last standing step."""
        return history.undo(self._session)[0]

    def redo(self) -> Change:
        """Do again what this reviewer took back last."""
        return history.redo(self._session)[0]

    # figures

    def measure(
        self,
        *,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
        by: str | None = None,
    ) -> Measured:
        """Every indicator with profile, reference date, files and journal; `by` is "ics", "committee" or "year"."""
        return measure.measure(self._session, profile=profile, at=as_of, decided_until=decided_until, by=by)

    def indicators(
        self,
        *,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
        by: str | None = None,
    ) -> pd.DataFrame:
        """The figures of `measure` as a table: one row each, then one for each line of its breakdown."""
        measured = self.measure(profile=profile, as_of=as_of, decided_until=decided_until, by=by)
        return _frame(measure.as_table(measured))

    def explain(
        self,
        indicator: str,
        *,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
    ) -> pd.DataFrame:
        """The rows behind an indicator: columns of `domain.indicator.Counted`."""
        measured = measure.measure(
            self._session, profile=profile, at=as_of, decided_until=decided_until, with_rows=[indicator]
        )
        return pd.DataFrame([asdict(row) for row in measured.indicator(indicator).rows])

    def rows(
        self,
        what: str,
        *,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
        snapshot: str | None = None,
    ) -> pd.DataFrame:
        """The rows behind the figures, with codes instead of words; `what` is one of

        "works" (columns `reports.content.WORK_COLUMNS`: one row for each work, its verdict, what adopts it, and 1 or 0
        for each rate it counts in), "nationals" (NATIONAL_COLUMNS), "pairs" (PAIR_COLUMNS), "decisions"
        (`usecases.export.DECISION_COLUMNS`), "gaps" (GAP_COLUMNS), "outdated" (OUTDATED_COLUMNS) and "committees"
        (COMMITTEE_COLUMNS). A snapshot brings its own profile and days.
        """
        return _frame(
            exporting.table_of(
                self._session, what, profile=profile, at=as_of, decided_until=decided_until, snapshot=snapshot
            )
        )

    def export(
        self,
        out: str | Path,
        what: str = "pairs",
        *,
        form: str | None = None,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
        snapshot: str | None = None,
    ) -> int:
        """Write the rows of `rows` as "csv", "json", "xlsx", or confirmed pairs as "sssom"; gives how many."""
        return exporting.export(
            self._session,
            Path(out),
            what,
            form=form,
            profile=profile,
            at=as_of,
            decided_until=decided_until,
            snapshot=snapshot,
        )

    def waterfall(
        self, *, profile: str = PROFILES[0], as_of: date | None = None, decided_until: date | None = None
    ) -> pd.DataFrame:
        """Why the rate is what it is: from all rows to the headline, one row for each rule.

        Columns of `reports.content.WaterfallStep`: label, numerator, denominator, rate 0..1 after the rule, change
        against the row above, and how many rows the rule left out, made unconverted or converted.
        """
        steps = write_report.steps_of(self._session, profile=profile, at=as_of, decided_until=decided_until)
        return pd.DataFrame([asdict(step) for step in steps])

    def sensitivity(self, *, as_of: date | None = None, decided_until: date | None = None) -> pd.DataFrame:
        """The conversion rate under every profile that comes with the program: profile, title, value 0..1, counts."""
        listed = [
            (one.profile, one.indicator("conversion_rate"))
            for one in (self.measure(profile=name, as_of=as_of, decided_until=decided_until) for name in PROFILES)
        ]
        return pd.DataFrame(
            [
                {
                    "profile": profile.name,
                    "title": profile.title_en,
                    "value": rate.value,
                    "numerator": rate.numerator,
                    "denominator": rate.denominator,
                }
                for profile, rate in listed
            ]
        )

    def report(
        self,
        out: str | Path,
        *,
        profile: str = PROFILES[0],
        language: str = "en",
        as_of: date | None = None,
        decided_until: date | None = None,
        organization: str | None = None,
    ) -> None:
        """Write the report workbook in "en" or "zh"; `organization` is who files it."""
        write_report.write_report(
            self._session,
            Path(out),
            translator(language),
            self._progress,
            profile=profile,
            at=as_of,
            decided_until=decided_until,
            organization=organization,
        )

    # snapshots

    def take_snapshot(
        self,
        name: str,
        *,
        profile: str = PROFILES[0],
        as_of: date | None = None,
        decided_until: date | None = None,
    ) -> Snapshot:
        """Keep the project as it is under a name: files, decisions, profile, day and figures."""
        return snapshots.take_snapshot(self._session, name, profile=profile, at=as_of, decided_until=decided_until)

    def snapshots(self) -> pd.DataFrame:
        """The snapshots, oldest first: name, at (UTC), reviewer, profile, as_of, entries, head, conversion_rate."""
        columns = ["name", "at", "reviewer", "profile", "as_of", "entries", "head", "conversion_rate"]
        return pd.DataFrame([_snapshot_row(one) for one in snapshots.snapshots(self._session)], columns=columns)

    def snapshot_indicators(self, name: str, *, by: str | None = None) -> pd.DataFrame:
        """The figures of a snapshot, computed again from what was kept: columns as `indicators`."""
        measured, _ = snapshots.measure_snapshot(self._session, name, by=by)
        return _frame(measure.as_table(measured))

    def snapshot_report(
        self, name: str, out: str | Path, *, language: str = "en", organization: str | None = None
    ) -> list[Drift]:
        """Write the report of a snapshot again; gives the figures that this program computes otherwise."""
        return write_report.write_snapshot_report(
            self._session, Path(out), translator(language), self._progress, name, organization=organization
        )

    def compare_snapshots(self, earlier: str, later: str, *, language: str = "en") -> tuple[pd.DataFrame, pd.DataFrame]:
        """What moved the rate: one row for each cause, and one for each work it moved.

        Columns `usecases.compare_snapshots.STEP_COLUMNS` and MOVED_COLUMNS. The changes of the causes add up.
        """
        moved = compare_snapshots.compare_snapshots(self._session, earlier, later)
        translate = translator(language)
        return (
            _frame(compare_snapshots.steps_table(moved, translate)),
            _frame(compare_snapshots.moved_table(moved, translate)),
        )

    def forget_snapshot(self, name: str) -> None:
        """Drop a snapshot and what was kept for it alone."""
        snapshots.forget_snapshot(self._session, name)

    # soundness

    def check(self) -> list[str]:
        """What is wrong with the project file, as English sentences; empty when it is sound."""
        english = translator("en")
        return [english.sentence(finding) for finding in check_project(self._session)]


def _request(file: str | Path, level: str, options: Mapping[str, Any]) -> LoadRequest:
    return LoadRequest(path=Path(file), level=Level(level), **options)


def _snapshot_row(one: Snapshot) -> dict[str, Any]:
    rate = one.figure("conversion_rate")
    plain = {name: getattr(one, name) for name in ("name", "at", "reviewer", "as_of", "entries", "head")}
    return plain | {"profile": one.profile.get("name", ""), "conversion_rate": rate.value if rate else None}


def _frame(table: Table) -> pd.DataFrame:
    return pd.DataFrame(dict(table.columns))
