"""How people are named to editors."""

from collections.abc import Mapping
from typing import Final

from bot.domain.words import display_name

NAME_LENGTH: Final = 60


def name_of(user_id: int, names: Mapping[int, str]) -> str:
    """What somebody calls themselves, else their number."""
    return display_name(names.get(user_id), NAME_LENGTH, otherwise=str(user_id))
