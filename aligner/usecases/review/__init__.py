"""The review: the queue, one pair, decisions, verdicts on applicability."""
