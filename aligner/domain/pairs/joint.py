"""Joint groups: national standards that cover one work together (domain.md 8.1)."""

from collections.abc import Hashable, Iterable


def is_complete_group(members: Iterable[tuple[Hashable, bool]]) -> bool:
    """Whether a joint group covers its work: two or more national standards, and every one of them counts.

    Each member comes with whether it counts now; a member that is in no catalogue any more is given as one that
    does not.
    """
    listed = list(members)
    return len({national for national, _ in listed}) > 1 and all(counts for _, counts in listed)
