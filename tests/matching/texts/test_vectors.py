import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.matching.texts.vectors import Vocabulary, row_products

TEXTS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), min_size=1, max_size=8)


@settings(max_examples=50)
@given(TEXTS)
def test_every_row_has_length_one_or_zero(texts: list[list[str]]) -> None:
    vectors = Vocabulary.of(texts).vectors(texts)
    lengths = np.sqrt(vectors.multiply(vectors).sum(axis=1)).ravel()
    assert np.allclose(lengths, [1.0 if text else 0.0 for text in texts], atol=1e-5)


@settings(max_examples=50)
@given(TEXTS)
def test_a_text_is_nearest_to_itself(texts: list[list[str]]) -> None:
    vectors = Vocabulary.of(texts).vectors(texts)
    products = (vectors @ vectors.T).toarray()
    assert np.all(products <= np.maximum(products.diagonal(), 0)[:, None] + 1e-5)


def test_rare_terms_weigh_more() -> None:
    vocabulary = Vocabulary.of([["steel", "pipe"], ["steel", "rod"], ["steel", "bar"]])
    assert vocabulary.idf[vocabulary.index["pipe"]] > vocabulary.idf[vocabulary.index["steel"]]
    assert vocabulary.rarest == vocabulary.idf[vocabulary.index["rod"]]


def test_unknown_terms_are_left_out() -> None:
    vectors = Vocabulary.of([["steel"]]).vectors([["wood"], ["steel"]])
    assert row_products(vectors, np.array([0, 1]), vectors, np.array([1, 1])).tolist() == [0.0, 1.0]
