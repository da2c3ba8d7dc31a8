"""Connections that send no whole request: they take neither all descriptors nor the log."""

import asyncio
import sys
import textwrap
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
DESCRIPTORS = 64
HELD_OPEN = 200
SERVER = textwrap.dedent(f"""
    import asyncio, resource, sys
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route
    from bot.config import serving
    from bot.config.logs import set_up_logs
    from bot.config.settings import LogFormat
    from bot.service.web import web_app
    async def ok(request):
        return PlainTextResponse("ok")
    async def main():
        async with serving.serving(web_app([Route("/", ok)])) as url:
            print(url, flush=True)
            await asyncio.to_thread(sys.stdin.read)
    resource.setrlimit(resource.RLIMIT_NOFILE, ({DESCRIPTORS}, {DESCRIPTORS}))
    set_up_logs(level="INFO", form=LogFormat.TEXT)
    asyncio.run(main())
""")


@pytest.mark.parametrize("begun", [b"", b"POST / HTTP/1.1\r\nContent-Length: 9\r\n"], ids=["silent", "half"])
async def test_more_half_sent_requests_than_descriptors_are_one_line_and_others_are_answered(
    begun: bytes,
) -> None:
    server = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        SERVER,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert server.stdout is not None
    url = (await server.stdout.readline()).decode().strip()
    async with AsyncExitStack() as stack:
        for _ in range(HELD_OPEN):
            _, writer = await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]))
            stack.callback(writer.close)
            writer.write(begun)
        async with httpx.AsyncClient(timeout=240) as client:
            assert [(await client.get(url)).text for _ in range(3)] == ["ok"] * 3
    _, said = await server.communicate(b"")
    lines = [line for line in said.decode().splitlines() if "too many open" not in line.lower()]
    assert (server.returncode, lines) == (0, [])
    assert len(said.splitlines()) <= 1
