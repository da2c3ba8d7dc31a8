"""What a benchmark says: one line of the table that `make bench` prints."""

from dataclasses import dataclass
from typing import Literal

Size = Literal["small", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured value and what it is held against, both measured in the same run where it is a ratio."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    less_is_better: bool = True
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.less_is_better else self.value >= self.goal
