"""Leadership: one at a time, and the next takes over when the first dies."""

import asyncio
import os
import signal
import sys
import textwrap
from pathlib import Path

import psycopg
import pytest

from bot.domain.leading import HOLDS_SECONDS, Term, cut_off_if_over, leading
from bot.store import Store
from bot.store.processes.leadership import LOOK_EVERY_SECONDS, lead, leadership_of
from tests.waiting import PATIENCE

HOLDER = textwrap.dedent("""
    import asyncio, sys
    from bot.store import Store
    from bot.store.processes.leadership import lead, leadership_of
    async def main():
        store = await Store.open(sys.argv[1])
        async with lead(leadership_of(sys.argv[1])) as term, store.claims.claim("a.txt"):
            print("held", flush=True)
            await asyncio.wait_for(term.lost.wait(), 60)
            print("lost", flush=True)
    asyncio.run(main())
""")


async def test_second_process_stands_by_while_the_first_holds_office(empty_url: str) -> None:
    async with lead(leadership_of(empty_url)) as term:
        other = leadership_of(empty_url)
        assert not await other.try_to_take()
        await other.give_back()
        assert not term.lost.is_set()


async def test_office_given_back_can_be_taken(empty_url: str) -> None:
    async with lead(leadership_of(empty_url)):
        pass
    async with asyncio.timeout(PATIENCE), lead(leadership_of(empty_url)):
        pass


async def a_holder(url: str) -> asyncio.subprocess.Process:
    """Another process, in office."""
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, url, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    return holder


async def test_standby_that_looks_every_few_seconds_takes_over_after_a_kill(empty_url: str) -> None:
    """Nothing keeps the place of the dead, and who stands by looks often; a busy machine takes longer."""
    assert LOOK_EVERY_SECONDS < 5
    holder = await a_holder(empty_url)
    os.kill(holder.pid, signal.SIGKILL)
    async with asyncio.timeout(PATIENCE), lead(leadership_of(empty_url)):
        pass
    await holder.wait()


async def test_holder_that_stands_still_loses_its_office_and_all_locks(empty_postgresql: str) -> None:
    store = await Store.open(empty_postgresql)
    holder = await a_holder(empty_postgresql)
    assert holder.stdout is not None
    os.kill(holder.pid, signal.SIGSTOP)
    async with asyncio.timeout(PATIENCE), lead(leadership_of(empty_postgresql)) as term:
        async with store.claims.claim("a.txt") as free:
            assert free
        os.kill(holder.pid, signal.SIGCONT)
        assert await holder.stdout.readline() == b"lost\n"
        assert term.holds()
    await holder.wait()
    await store.close()


async def test_each_term_has_a_greater_number(empty_postgresql: str) -> None:
    numbers = []
    for _ in range(3):
        async with lead(leadership_of(empty_postgresql)) as term:
            numbers.append(term.number)
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize(
    ("passed", "holds"), [(0.0, True), (HOLDS_SECONDS - 0.1, True), (HOLDS_SECONDS, False), (60.0, False)]
)
def test_term_holds_for_some_seconds_after_it_was_asked_for(passed: float, holds: bool) -> None:
    term = Term(1, clock=lambda: 1000.0 + passed)
    term.renewed(1000.0)
    assert term.holds() == holds


async def test_work_of_a_leader_is_cut_off_once_its_term_is_over_and_no_other_work() -> None:
    now = [0.0]
    term = Term(1, clock=lambda: now[0])
    term.renewed(0.0)

    async def speak() -> str:
        cut_off_if_over()
        return "said"

    with leading(term):
        assert await asyncio.create_task(speak()) == "said"
        now[0] = HOLDS_SECONDS
        late = asyncio.create_task(speak())
    await asyncio.wait({late})
    assert (late.cancelled(), term.lost.is_set()) == (True, True)
    assert await speak() == "said"


async def test_postgresql_looks_every_two_seconds_whether_a_holder_s_machine_is_there(
    empty_postgresql: str,
) -> None:
    store = await Store.open(empty_postgresql)
    with psycopg.connect(empty_postgresql.replace("+psycopg", ""), autocommit=True) as server:
        async with lead(leadership_of(empty_postgresql)), store.claims.claim("a.txt"):
            holding = server.execute(
                "SELECT DISTINCT client_port FROM pg_stat_activity JOIN pg_locks USING (pid)"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            ).fetchall()
            assert len(holding) == 2
            async with asyncio.timeout(PATIENCE):
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
