"""Makes the folder of articles at the first start."""

import asyncio
import logging
from pathlib import Path

from bot.domain.errors import SettingsError
from bot.store import Store

log = logging.getLogger(__name__)


async def make_folder(folder: Path, store: Store) -> None:
    """Only at the first start: one that was there before is on a disk that is not mounted now.

    Raises SettingsError where it cannot be made, StoreError.
    """
    if await asyncio.to_thread(folder.is_dir):
        return
    async for _ in store.articles.present_files():
        log.warning("SEEDS_DIR: %s is not there; its articles stay, and it is waited for", folder)
        return
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"SEEDS_DIR: {folder} cannot be made ({error.strerror})") from error
    log.warning("SEEDS_DIR: %s was not there; it is made, and empty", folder)
