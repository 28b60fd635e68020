"""Measures the coverage of the child process that reads files: it is ended at once, and starts without `site`."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from aligner.readers.process import child

_START = """import sys; sys.path[:] = {path!r}
import coverage
measuring = coverage.Coverage(config_file={config!r}, data_file={data!r}, data_suffix=True)
measuring.start()
from aligner.readers.process import worker
answer = worker._answer
def measured(*arguments):
    done = answer(*arguments)
    measuring.stop()
    measuring.save()
    return done
worker._answer = measured
worker.main()"""


@contextmanager
def measured_child(config: str, data: str) -> Iterator[None]:
    """Within the block every child writes what it ran beside the data file, where it is combined with the rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "_START", _START.replace("{config!r}", repr(config)).replace("{data!r}", repr(data)))
        yield
