from aligner.domain.standards.sharing import Shared


def test_equal_texts_and_lists_of_texts_become_one_object() -> None:
    shared = Shared()
    first = shared.column(["TC 60"[:5], None])
    assert shared.column(["".join(["TC", " 60"])])[0] is first[0]
    lists = shared.column([["21.040"], [], ["21.040"], []])
    assert lists == [["21.040"], [], ["21.040"], []]
    assert lists[0] is lists[2]
    assert lists[1] is lists[3]
    assert shared.column([["21.040"]])[0] is lists[0]


def test_values_that_are_equal_and_not_the_same_stay_what_they_are() -> None:
    shared = Shared()
    assert [type(value) for value in shared.column([1, 2])] == [int, int]
    assert [type(value) for value in shared.column([True, False])] == [bool, bool]
    assert [type(value) for value in shared.column([1.0])] == [float]
    assert [type(value) for one in shared.column([[1], [True], ["1"]]) for value in one] == [int, bool, str]


def test_lists_within_lists_are_kept() -> None:
    statement = ["ISO 1:2022", "IDT", "ISO 1:2022", ""]
    assert Shared().column([[statement], [], [statement, statement]]) == [[statement], [], [statement, statement]]
