"""Compare a country's standards with the international ones."""


def __getattr__(name: str) -> str:
    """`aligner.__version__`, looked up when somebody asks."""
    if name == "__version__":
        from aligner.distribution import version  # noqa: PLC0415 - every start of the program comes through here

        return version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
