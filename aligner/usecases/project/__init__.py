"""An open project: what stands in it, what changed, its journal."""
