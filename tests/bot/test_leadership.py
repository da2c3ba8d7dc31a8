"""Leadership: one at a time, and the next takes over when the first dies."""

import asyncio
import os
import signal
import sys
import textwrap
from pathlib import Path

import psycopg

from bot.store import Store
from bot.store.leadership import held, office_of

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


async def test_postgresql_looks_every_two_seconds_whether_a_holder_s_machine_is_there(
    empty_postgresql: str,
) -> None:
    store = await Store.open(empty_postgresql)
    with psycopg.connect(empty_postgresql.replace("+psycopg", ""), autocommit=True) as server:
        async with held(office_of(empty_postgresql)), store.claims.claim("a.txt"):
            holding = server.execute(
                "SELECT DISTINCT client_port FROM pg_stat_activity JOIN pg_locks USING (pid)"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            ).fetchall()
            assert len(holding) == 2
            async with asyncio.timeout(5):
                while not all(0 < until_looked_after(port) <= 2 for (port,) in holding):
                    await asyncio.sleep(0.1)  # what was just sent is being waited for first
    await store.close()


def until_looked_after(port: int) -> float:
    """Seconds until the kernel asks whether the other end, which is at this port, is there; 0 for never."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, _, other, _, _, timer, *_ = line.split()
        if int(other.rpartition(":")[2], 16) == port:
            kind, _, ticks = timer.partition(":")
            return int(ticks, 16) / os.sysconf("SC_CLK_TCK") if kind == "02" else 0.0
    raise AssertionError(f"nobody is connected at port {port}")
