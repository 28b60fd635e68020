"""Which national standards are asked for a review."""

from aligner.domain.standards.table import Table


def asked_rows(national: Table) -> list[int]:
    """The rows of the national standards that ask for a review: no plans, duplicates or supplements.

    A supplement (修改单) is reviewed with the standard that it amends, a plan when it is published. Everything that
    says how far the review has come, or how far it has to go, counts these.
    """
    columns = zip(national["duplicate_of"], national["is_plan"], national["is_supplement"], strict=True)
    return [
        row
        for row, (duplicate, is_plan, is_supplement) in enumerate(columns)
        if duplicate is None and not is_plan and not is_supplement
    ]
