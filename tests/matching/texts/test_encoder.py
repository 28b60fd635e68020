import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from aligner.matching.texts.encoder import LANGUAGES, MODULE, installed_encoder, is_installed


def test_importing_and_matching_english_titles_never_imports_the_encoder() -> None:
    program = (
        "import sys; from matching.small_catalogues import candidates_of, titled; "
        "candidates_of(titled('GB/T 1-2000', 'Rolling bearings')); "
        f"sys.exit('{MODULE}' in sys.modules)"
    )
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    done = subprocess.run([sys.executable, "-c", program], check=False, env=os.environ | {"PYTHONPATH": path})
    assert done.returncode == 0


def test_without_the_package_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, MODULE, None)
    assert installed_encoder() is None


@pytest.mark.skipif(not is_installed(), reason="the sentence encoder is optional")
def test_the_encoder_puts_titles_of_one_meaning_together_in_whatever_language() -> None:
    encoder = installed_encoder()
    assert encoder is not None
    titles = ["rolling bearings", "滚动轴承", "подшипники качения", "roulements", "determination of fat in milk"]
    vectors = encoder.encode(titles)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    likeness = vectors @ vectors.T
    assert (likeness[0, 1:4] > 2 * likeness[0, 4]).all()
    assert {"zh", "ja", "ko", "ru", "de", "fr"} <= LANGUAGES
