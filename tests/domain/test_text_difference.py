from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.domain.text_difference import are_in_one_script, text_difference


def only(pieces):
    return [piece.text for piece in pieces if not piece.is_common]


def test_words_are_compared_whole() -> None:
    difference = text_difference("Quality management systems", "Quality assurance systems")
    assert only(difference.left) == ["management"]
    assert only(difference.right) == ["assurance"]


def test_chinese_is_compared_by_character() -> None:
    difference = text_difference("质量管理体系 要求", "质量保证体系 要求")
    assert only(difference.left) == ["管理"]
    assert only(difference.right) == ["保证"]


def test_capitals_and_full_width_forms_are_equal() -> None:
    difference = text_difference("ISO 9001", "iso ９００１")
    assert only(difference.left) == []
    assert only(difference.right) == []


def test_an_empty_side_leaves_all_to_the_other() -> None:
    assert only(text_difference("", "Scope").right) == ["Scope"]
    assert text_difference("", "").left == ()


TEXTS = st.text(alphabet="ab 管理 12,.<&\n", max_size=40)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_pieces_joined_are_the_text(left: str, right: str) -> None:
    difference = text_difference(left, right)
    assert "".join(piece.text for piece in difference.left) == left
    assert "".join(piece.text for piece in difference.right) == right


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert only(text_difference(text, text).left) == []


def test_texts_of_two_languages_cannot_share_words() -> None:
    assert not are_in_one_script("信息技术 Unicode 编码", "Information technology — Unicode")
    assert not are_in_one_script("Системы менеджмента", "Management systems")
    assert not are_in_one_script("품질경영시스템", "质量管理体系")
    assert are_in_one_script("品質マネジメントシステム", "质量管理体系")
    assert are_in_one_script("Values in µm and Ω", "Values in mm")
    assert are_in_one_script("LED 灯 要求", "灯 要求")
    assert are_in_one_script("ＩＳＯ 9001", "ISO 9001")
