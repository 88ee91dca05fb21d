"""How a unit's own outline is parted and numbered."""

from baocao.calc.free_outline import number_parts
from baocao.model.free_outline import Mark, OutlineProblem


def printed(text: str) -> list[str]:
    return [f"{each.number} {each.part.words}".strip() for each in number_parts(text)]


def problems(text: str) -> list[OutlineProblem | None]:
    return [each.problem for each in number_parts(text)]


def test_an_item_stands_under_the_nearest_whose_mark_comes_earlier() -> None:
    items = number_parts("I. Một\n1. Hai\na) Ba\n* Bốn\n- Năm\n2. Sáu\nII. Bảy")

    assert [each.number for each in items] == ["I.", "1.", "a)", "*", "-", "2.", "II."]
    assert [each.depth for each in items] == [0, 1, 2, 3, 3, 1, 0]
    assert [each.has_children for each in items] == [True, True, True, True, False, False, False]


def test_numbers_begin_anew_under_each_parent() -> None:
    assert printed("1. A\n1.1. B\n1.2. C\n2. D\n2.1. E") == [
        "1. A", "1.1. B", "1.2. C", "2. D", "2.1. E",
    ]  # fmt: skip


def test_the_first_number_of_a_style_repeated_is_counted() -> None:
    text = "I. A\n1. B\n1. C\n1.1. D\n1.1. E\nI. F\na) G\na) H\na) I\na) K\na) L"

    assert printed(text) == [
        "I. A", "1. B", "2. C", "2.1. D", "2.2. E", "II. F", "a) G", "b) H", "c) I", "d) K", "đ) L",
    ]  # fmt: skip
    assert problems(text) == [None] * 11


def test_deeper_numbers_repeat_all_above_them() -> None:
    assert printed("1. A\n1.1. B\n1.1.1. C\n1.1.2. D") == ["1. A", "1.1. B", "1.1.1. C", "1.1.2. D"]


def test_a_number_that_is_not_the_one_counted_is_a_problem() -> None:
    assert problems("1. A\n3. B\n3. C") == [None, OutlineProblem.WRONG_NUMBER, None]


def test_a_list_that_counts_may_not_repeat_and_the_other_way_round() -> None:
    assert problems("1. A\n2. B\n1. C") == [None, None, OutlineProblem.MIXED]
    assert problems("1. A\n1. B\n3. C") == [None, None, OutlineProblem.MIXED]


def test_an_indented_line_goes_on_and_another_begins_a_paragraph() -> None:
    text = "1. Một\n   còn nữa\nđoạn văn\nnối tiếp\n\nđoạn khác"

    assert printed(text) == ["1. Một còn nữa", "đoạn văn nối tiếp", "đoạn khác"]


def test_lines_between_bars_are_a_table_and_a_ruled_line_is_not_printed() -> None:
    _, table, after = number_parts("I. A\n| a | b |\n|---|:--:|\n| 1 |  |\nhết")

    assert table.part.mark is Mark.TABLE
    assert [row.cells for row in table.part.rows] == [("a", "b"), ("1", "")]
    assert after.part.words == "hết"


def test_figures_and_marks_at_the_start_of_a_paragraph_are_words() -> None:
    for text in ("1.286 công đoàn", "2017 là năm", "**Đậm** và", "-5 độ"):
        assert printed(text) == [text]
