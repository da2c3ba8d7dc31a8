"""Leadership: one at a time, and the next takes over when the first dies."""

import asyncio
import os
import signal
import sys
import textwrap

from bot.store.leadership import held, office_of
from tests.bot.stores import database_url, postgresql_url

__all__ = ["database_url", "postgresql_url"]

HOLDER = textwrap.dedent("""
    import asyncio, sys
    from bot.store.leadership import held, office_of
    async def main():
        async with held(office_of(sys.argv[1])):
            print("held", flush=True)
            await asyncio.sleep(60)
    asyncio.run(main())
""")


async def test_second_process_stands_by_while_the_first_holds_office(database_url: str) -> None:
    async with held(office_of(database_url)) as lost:
        other = office_of(database_url)
        assert not await other.try_to_take()
        await other.give_back()
        assert not lost.is_set()


async def test_office_given_back_can_be_taken(database_url: str) -> None:
    async with held(office_of(database_url)):
        pass
    async with asyncio.timeout(5), held(office_of(database_url)):
        pass


async def test_standby_takes_over_within_five_seconds_of_a_kill(database_url: str) -> None:
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, database_url, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    os.kill(holder.pid, signal.SIGKILL)
    async with asyncio.timeout(5), held(office_of(database_url)):
        pass
    await holder.wait()
