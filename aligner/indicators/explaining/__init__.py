"""Why a figure is what it is: rows, groups, steps, causes."""
