"""Watches the folder of articles, has them read, files them, and tells who waits."""

from bot.newsroom.newsroom import Newsroom

__all__ = ["Newsroom"]
