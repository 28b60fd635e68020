from pathlib import Path

import numpy as np
import pytest

from aligner.domain.errors import Cancelled
from aligner.domain.progress import Silent
from aligner.matching.texts.kept_vectors import KeptVectors

from .toy_encoder import ToyEncoder

TEXTS = ["gear", "bearing", "gear bearing"]


def an_encoder(name: str = "toy-1") -> ToyEncoder:
    return ToyEncoder({"gear": 0, "bearing": 1}, name)


def test_a_text_is_encoded_once_whatever_run_asks(tmp_path: Path) -> None:
    first, second = an_encoder(), an_encoder()
    before = KeptVectors(first, tmp_path).of([*TEXTS, *TEXTS], Silent())
    after = KeptVectors(second, tmp_path).of([*TEXTS, "gear wheel"], Silent())
    assert first.asked == TEXTS
    assert second.asked == ["gear wheel"]
    assert np.array_equal(before[:3], after[:3])


def test_kept_vectors_point_where_the_encoder_pointed(tmp_path: Path) -> None:
    vectors = KeptVectors(an_encoder(), tmp_path).of(TEXTS, Silent())
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert np.allclose(vectors, an_encoder().encode(TEXTS), atol=0.01)


def test_another_version_of_the_encoder_starts_anew(tmp_path: Path) -> None:
    KeptVectors(an_encoder(), tmp_path).of(TEXTS, Silent())
    other = an_encoder("toy-2")
    KeptVectors(other, tmp_path).of(TEXTS, Silent())
    assert other.asked == TEXTS


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"PK\x03\x04 half a file"])
def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path, rubbish: bytes) -> None:
    kept = KeptVectors(an_encoder(), tmp_path)
    assert kept.path is not None
    kept.path.write_bytes(rubbish)
    assert kept.of(TEXTS, Silent()).shape == (3, 3)
    again = an_encoder()
    KeptVectors(again, tmp_path).of(TEXTS, Silent())
    assert again.asked == []


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    assert KeptVectors(an_encoder(), taken).of(TEXTS, Silent()).shape == (3, 3)


def test_the_texts_used_last_stay_when_there_are_too_many(tmp_path: Path) -> None:
    KeptVectors(an_encoder(), tmp_path, limit=3).of(TEXTS, Silent())
    few = KeptVectors(an_encoder(), tmp_path, limit=3).of(["gear wheel", "gear"], Silent())
    assert few.shape == (2, 3)
    last = an_encoder()
    KeptVectors(last, tmp_path, limit=3).of(["gear", "gear wheel", "gear bearing", "bearing"], Silent())
    assert last.asked == ["bearing"]


def test_more_texts_than_are_kept_are_all_told(tmp_path: Path) -> None:
    assert KeptVectors(an_encoder(), tmp_path, limit=1).of(TEXTS, Silent()).shape == (3, 3)


def test_a_stop_keeps_what_was_encoded_so_far(tmp_path: Path) -> None:
    class StopSecond(Silent):
        def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - the protocol's signature
            if done:
                raise Cancelled("Stopped.")

    many = [f"gear {number}" for number in range(600)]
    with pytest.raises(Cancelled):
        KeptVectors(an_encoder(), tmp_path).of(many, StopSecond())
    later = an_encoder()
    KeptVectors(later, tmp_path).of(many, Silent())
    assert 0 < len(later.asked) < len(many)


def test_nothing_is_asked_of_nothing(tmp_path: Path) -> None:
    encoder = an_encoder()
    assert len(KeptVectors(encoder, tmp_path).of([], Silent())) == 0
    assert encoder.asked == []


def test_without_a_folder_nothing_is_kept() -> None:
    assert KeptVectors(an_encoder(), None).of(TEXTS, Silent()).shape == (3, 3)
