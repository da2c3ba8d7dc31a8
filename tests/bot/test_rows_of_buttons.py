"""Buttons side by side, where their labels are longer in a reader's language than in English."""

import pytest

from bot.render.buttons import button
from bot.render.language import ENGLISH
from bot.render.languages import language
from bot.render.texts import _
from bot.render.unsaid import rows_said_in

FIVE = ("1", "2", "3", "4", "5")


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ((*FIVE, "Share"), [(*FIVE, "Share")]),
        ((*FIVE, "Teilen"), [("1", "2", "3"), ("4", "5", "Teilen")]),
        (("Quotes", "Who", "Full text", "More"), [("Quotes", "Who", "Full text", "More")]),
        (("Цитаты", "Кто", "Полный текст", "Ещё"), [("Цитаты", "Кто"), ("Полный текст", "Ещё")]),
        (("Следить", "Скрыть", "Сохранить", "Убрать"), [("Следить", "Скрыть"), ("Сохранить", "Убрать")]),
        (("A label that is too long", "b", "c"), [("A label that is too long", "b"), ("c",)]),
        (("As long as half a row is", "b"), [("As long as half a row is", "b")]),
    ],
)  # fmt: skip
def test_a_row_in_which_a_phone_would_cut_a_label_is_parted(
    labels: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    shown = rows_said_in(ENGLISH, (tuple(button(label, "x") for label in labels),))
    assert [tuple(one.label for one in row) for row in shown] == rows


def test_rows_are_parted_by_what_is_said() -> None:
    row = (*(button(number, "s", number) for number in FIVE), button(_("Share"), "h"))
    assert [len(shown) for shown in rows_said_in(ENGLISH, (row,))] == [6]
    assert [len(shown) for shown in rows_said_in(language("ar"), (row,))] == [3, 3]
