"""Who acts in an article: people, houses, states and groups, with every mention that means them."""

from summaries.actors.cast import Cast
from summaries.actors.find import find_actors

__all__ = ["Cast", "find_actors"]
