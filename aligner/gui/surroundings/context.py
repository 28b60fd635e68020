"""What every page works with: the open project, the user's language, and the two ways to get something done."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from aligner.domain.catalogue import Level
from aligner.domain.clock import local_day, utc_now
from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress, Silent
from aligner.domain.text import N_
from aligner.gui.surroundings.callbacks import can_be_called
from aligner.gui.surroundings.jobs import Job, JobProgress, Jobs
from aligner.gui.surroundings.memory import give_back
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.theme import Theme
from aligner.i18n import Translator
from aligner.usecases.catalogues.unlisted import unlisted
from aligner.usecases.project.changed import Changed, Part
from aligner.usecases.project.damage import CannotBeShown, damage_of, is_damaged
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.bringing_along import bring_editions_along

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")

READING = N_("Reading the project")

logger = logging.getLogger(__name__)


class Context(QObject):
    """One for the window. Pages listen to `changed` and read anew what it names; they never write to each other."""

    changed = Signal(object)
    """What a use-case changed (Changed)."""
    session_left = Signal()
    """The session is about to be closed; whoever works with it beside the window must stop."""
    session_taken = Signal()
    """There is another session now, of the same project or another one, or none."""
    project_changed = Signal()
    """Another project is open now, or none."""
    reviewer_changed = Signal()
    """Decisions are signed with another name now."""
    complained = Signal(object)
    """Something could not be done, and the user can act on it (AlignerError)."""
    crashed = Signal(object)
    """A fault of the program in a job (Exception)."""

    def __init__(
        self,
        translate: Translator,
        theme: Theme,
        preferences: Preferences,
        reviewer: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self.theme = theme
        self.preferences = preferences
        self._reviewer = reviewer
        self.session: Session | None = None
        self.jobs = Jobs(self)
        self._quiet = Jobs(self)
        self._left: list[Session] = []
        for jobs in (self.jobs, self._quiet):
            jobs.changed.connect(self._take_apart)

    @property
    def reviewer(self) -> str:
        """The name that decisions are signed with: on a server that of the role that is logged in."""
        return self.session.reviewer if self.session is not None else self._reviewer

    @property
    def has_own_name(self) -> bool:
        """Whether the server that the project is on says who signs."""
        return self.session is not None and self.session.has_own_name

    @property
    def has_project(self) -> bool:
        """Whether a project is open."""
        return self.session is not None

    @property
    def is_busy(self) -> bool:
        """Whether long work is going on; another one that writes must wait."""
        return bool(self.jobs.running)

    @property
    def is_working(self) -> bool:
        """Whether anything at all is done beside the window, long or short."""
        return bool(self.jobs.running or self._quiet.running)

    @property
    def can_write(self) -> bool:
        """Whether a project is open that may be changed."""
        return self.session is not None and not self.session.is_read_only

    def now(self) -> datetime:
        """The present moment: by the clock of the project, without one by the computer's."""
        return self.session.now() if self.session is not None else utc_now()

    def today(self) -> date:
        """The user's own calendar day."""
        return local_day(self.now())

    @property
    def address(self) -> str:
        """The address of the open project; "" when there is none."""
        return self.session.address if self.session is not None else ""

    def open(self, make: Callable[[str, str, Progress], Session], address: str, title: str) -> Job[Session]:
        """Open or make a project beside the window, with all that is read from it; then it takes the place of
        the one that is open."""
        reviewer, known = self._reviewer, self.session

        def work(progress: JobProgress) -> Session:
            session = make(address, reviewer, progress)
            if known is not None and known.address == session.address:
                session.take_over(known)
            damage = damage_of(session) if is_damaged(session) else None
            try:
                warm = _warm(session, progress)
            except AlignerError as error:
                raise (CannotBeShown(address, damage) if damage is not None else error) from error
            if damage is None:
                bring_editions_along(warm)
            return warm

        job = self._start(title, work)
        job.finished.connect(self._adopt_project)
        return job

    def read(
        self,
        then: Callable[[Outcome], None],
        usecase: Callable[Concatenate[Session, Arguments], Outcome],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Job[Outcome] | None:
        """Find something out beside the window, with what is in memory already, and pass it to `then`.

        Nothing is passed on when another session has taken this one's place meanwhile, when there is none, or when
        a page or widget that `then` works on is gone.
        """
        session = self.session
        if session is None:
            return None

        def pass_on(outcome: Outcome) -> None:
            if session is self.session and can_be_called(then):
                then(outcome)

        def complain(error: Exception) -> None:
            if session is self.session:
                self._complain(error)

        job = self._quiet.start(str(usecase), lambda _progress: usecase(session, *args, **kwargs))
        job.finished.connect(pass_on)
        job.failed.connect(complain)
        return job

    def close_project(self) -> None:
        """Let go of the open project."""
        if self.session is not None:
            self._replace_session(None)
            self.project_changed.emit()
            self._take_apart()  # when nothing is being done, no job will end that could ask for it

    def do(
        self,
        usecase: Callable[Concatenate[Session, Arguments], Outcome],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Outcome | None:
        """Do something short now, in the window's own thread, and tell everyone what changed.

        None when there is no project, or when it cannot be done: the reason has been shown then.
        """
        if self.session is None:
            return None
        try:
            outcome = usecase(self.session, *args, **kwargs)
        except AlignerError as error:
            self.complained.emit(error)
            return None
        self._tell(outcome)
        return outcome

    def run(self, title: str, usecase: Callable[[Session, Progress], Outcome]) -> Job[Outcome]:
        """Do something long beside the window, with a session of its own. Raises AlignerError when none is open.

        When catalogues changed, what is kept in memory is read anew beside the window too.
        """
        if self.session is None:
            raise AlignerError(N_("No project is open."))
        known, address = self.session, self.address
        reviewer, read_only = self._reviewer, known.is_read_only
        handed: list[Session] = []

        def work(progress: JobProgress) -> Outcome:
            session = open_project(address, reviewer, read_only=read_only)
            session.take_over(known)
            try:
                outcome = usecase(session, progress)
                if _changes_catalogues(outcome):
                    handed.append(_warm(session, Silent()))  # what was done is done: too late to stop
                return outcome
            finally:
                if not handed:
                    session.close()
                give_back()

        job = self._start(title, work)
        job.finished.connect(lambda outcome: self._take_over(address, handed, outcome))
        return job

    def set_reviewer(self, name: str) -> None:
        """Sign decisions with this name from now on."""
        self._reviewer = name
        if self.session is not None:
            self.session.reviewer = name
        self.reviewer_changed.emit()

    def shut_down(self) -> None:
        """Stop what is running and let go of the project: the end of the program."""
        self.jobs.stop_all()
        self._quiet.stop_all()
        self._replace_session(None)

    def _start(self, title: str, work: Callable[[JobProgress], Outcome]) -> Job[Outcome]:
        job = self.jobs.start(title, work)
        job.failed.connect(self._complain)
        return job

    def _complain(self, error: Exception) -> None:
        if isinstance(error, AlignerError):
            self.complained.emit(error)
        else:
            logger.error("a job failed", exc_info=error)
            self.crashed.emit(error)

    def _adopt_project(self, session: Session) -> None:
        self._replace_session(session)
        self.preferences.remember_project(known_by(session.address))
        self.preferences.save()
        self.project_changed.emit()

    def _take_over(self, address: str, handed: list[Session], outcome: object) -> None:
        """Go on with the session that has the new catalogues in memory, unless another project was opened since."""
        for session in handed:
            if address == self.address:
                self._replace_session(session)
            else:
                session.close()
        if address == self.address:
            self._tell(outcome)

    def _replace_session(self, session: Session | None) -> None:
        self.session_left.emit()
        left, self.session = self.session, session
        if left is not None:
            left.close()
            self._left.append(left)
        self.session_taken.emit()

    def _take_apart(self) -> None:
        """Once nothing works with them any more, take sessions that were left apart, beside the window."""
        if not self.is_working and self._left:
            left, self._left = self._left, []
            self._quiet.start("leaving", lambda _progress: _take_apart(left))

    def _tell(self, outcome: object) -> None:
        what = changed_in(outcome)
        if what is not None:
            self.changed.emit(what)


def changed_in(outcome: object) -> Changed | None:
    """What a use-case says it changed: it returns a Changed, something with one, or several things one of which is."""
    if isinstance(outcome, Changed):
        return outcome
    if isinstance(outcome, tuple):
        return next((one for one in outcome if isinstance(one, Changed)), None)
    inside = getattr(outcome, "changed", None)
    return inside if isinstance(inside, Changed) else None


def known_by(address: str) -> str:
    """The address under which a project is remembered: a path does not depend on where the program was started."""
    return address if "://" in address else str(Path(address).absolute())


def _take_apart(sessions: list[Session]) -> None:
    while sessions:
        sessions.pop().take_apart()
    give_back()


def _changes_catalogues(outcome: Any) -> bool:
    what = changed_in(outcome)
    return what is not None and Part.CATALOGUES in what.parts


def _warm(session: Session, progress: Progress) -> Session:
    """The session with its catalogues and decisions in memory, so that the window never waits for them."""
    try:
        for done, level in enumerate(Level):
            progress.step(done, len(Level) + 1, READING)
            session.standards(level)
        progress.step(len(Level), len(Level) + 1, READING)
        session.works()
        unlisted(session)
        session.decisions_by_key()
    except BaseException:
        session.close()
        raise
    return session
