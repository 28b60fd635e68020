"""What a use-case raises when the user can do something about it."""


class AlignerError(Exception):
    """One sentence for the user: what happened, where, what to do.

    `template` is an English sentence with named places (the key of its translation) and `values` fills them;
    faces turn both into the user's language with `i18n.sentence`.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class Cancelled(AlignerError):
    """The user stopped a long job; nothing of it was kept."""


class Damaged(AlignerError):
    """The file of a project is damaged, so that nothing can be read from it; `values["project"]` is its address."""


class Conflict(AlignerError):
    """Someone decided otherwise in between; nothing was written."""
