"""Health, metrics and the webhook, over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, Update

from bot.botapi.contact import Contact
from bot.config import serving as serving_module
from bot.config.metrics import Metrics
from bot.config.serving import serving
from bot.domain.errors import StoreError
from bot.service.web import LARGEST_UPDATE, SECRET_HEADER, Readiness, health_routes, web_app, webhook_route
from tests.waiting import PATIENCE

SECRET = "a-secret-of-its-own"
UPDATE = {
    "update_id": 7,
    "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "/brief"},
}


@dataclass
class State:
    """What the parts behind the pages say."""

    database: str | None = None
    language_model: str | None = None
    contact: Contact = field(default_factory=lambda: Contact(lambda: 0.0))
    has_room: bool = True
    taken: list[Update] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)
    store_fault: str | None = None

    def take(self, update: Update) -> None:
        assert update.update_id in self.kept
        self.taken.append(update)

    async def is_new(self, update_id: int, content: str) -> bool:
        if self.store_fault:
            raise StoreError(self.store_fault)
        new = update_id not in self.kept
        self.kept[update_id] = content
        return new


@pytest.fixture
def state() -> State:
    return State()


@pytest_asyncio.fixture
async def client(state: State) -> AsyncIterator[httpx.AsyncClient]:
    metrics = Metrics()

    async def refresh() -> None:
        metrics.subscribers.set(3)

    readiness = Readiness(
        database=lambda: state.database,
        language_model=lambda: state.language_model,
        contact=state.contact.fault,
    )
    routes = health_routes(readiness, metrics, refresh)
    routes.append(
        webhook_route(
            "/webhook",
            secret=SECRET,
            bot=Bot("1:x"),
            contact=state.contact.made,
            has_room=lambda: state.has_room,
            is_new=state.is_new,
            take=state.take,
        )
    )
    async with (
        serving(web_app(routes), host="127.0.0.1", port=0) as url,
        httpx.AsyncClient(base_url=url, timeout=PATIENCE) as client,
    ):
        yield client


async def test_alive_while_the_process_lives(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).status_code == 200


async def test_ready_names_what_is_missing(client: httpx.AsyncClient, state: State) -> None:
    state.database = "cannot be reached"
    answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()) == (
        503,
        {"database": "cannot be reached", "language_model": "ok", "telegram": "no contact yet"},
    )


async def test_ready_when_all_is_there(client: httpx.AsyncClient, state: State) -> None:
    state.contact.made()
    answer = await client.get("/readyz")
    assert (answer.status_code, set(answer.json().values())) == (200, {"ok"})


async def test_metrics_are_refreshed_before_they_are_shown(client: httpx.AsyncClient) -> None:
    answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "briefings_subscribers 3.0" in answer.text.splitlines()


async def test_webhook_takes_an_update(client: httpx.AsyncClient, state: State) -> None:
    answer = await client.post("/webhook", json=UPDATE, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    assert [update.to_json() for update in state.taken] == [state.kept[7]]
    assert state.contact.fault() is None


@pytest.mark.parametrize(
    "headers",
    [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}],
    ids=["none", "wrong", "empty", "longer"],
)
async def test_webhook_with_a_wrong_secret_is_refused(
    client: httpx.AsyncClient, state: State, headers: dict[str, str]
) -> None:
    answer = await client.post("/webhook", json=UPDATE, headers=headers)
    assert (answer.status_code, state.taken) == (403, [])
    assert state.contact.fault() == "no contact yet"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"update_id": "x"}',
        b'{"update_id": true}',
        b'{"update_id": 9223372036854775808}',
        b'{"update_id": 1, "message": "' + b"x" * LARGEST_UPDATE + b'"}',
    ],
    ids=[
        "empty",
        "cut",
        "list",
        "string",
        "deep",
        "no text",
        "no number",
        "true",
        "no database's",
        "too large",
    ],
)
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, state: State, body: bytes) -> None:
    answer = await client.post("/webhook", content=body, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, state.taken) == (400, [])


async def test_update_that_makes_no_sense_is_answered_and_left_out(
    client: httpx.AsyncClient, state: State
) -> None:
    body = b'{"update_id":1,"message":{}}'
    answer = await client.post("/webhook", content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    assert [update.message for update in state.taken if update.message] == []


HALF_A_HEAD = b"POST /webhook HTTP/1.1\r\nHost: x\r\n"
HALF_A_BODY = HALF_A_HEAD + b"Content-Length: 9\r\n%s\r\n{"
WHOLE = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize("kept", [b"", WHOLE], ids=["new", "kept alive"])
@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(HALF_A_HEAD, id="half a head"),
        pytest.param(HALF_A_BODY % f"{SECRET_HEADER}: {SECRET}\r\n".encode(), id="half a body"),
        pytest.param(HALF_A_BODY % b"", id="half a body that is refused"),
        pytest.param(HALF_A_BODY.replace(b"/webhook", b"/nowhere") % b"", id="half a body that nobody wants"),
    ],
)
async def test_connection_that_sends_no_more_is_closed(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, kept: bytes, begun: bytes
) -> None:
    monkeypatch.setattr(serving_module, "REQUEST_SECONDS", 0.2)
    async with connected(client) as (reader, writer):
        writer.write(kept + begun)
        async with asyncio.timeout(PATIENCE):
            while await reader.read(1000):
                pass


async def test_connection_that_sends_nothing_is_closed_and_one_between_two_requests_is_not(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving_module, "REQUEST_SECONDS", 0.2)
    async with connected(client) as (kept, writer), asyncio.timeout(PATIENCE):
        writer.write(WHOLE)
        await kept.readuntil(b"ok\n")
        async with connected(client) as (silent, _):
            assert await silent.read() == b""
        writer.write(WHOLE)
        await kept.readuntil(b"ok\n")


@asynccontextmanager
async def connected(
    client: httpx.AsyncClient,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection to the server of the client."""
    reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
    try:
        yield reader, writer
    finally:
        writer.close()


async def test_update_that_comes_again_is_taken_once(client: httpx.AsyncClient, state: State) -> None:
    for _ in range(5):
        answer = await client.post("/webhook", json=UPDATE, headers={SECRET_HEADER: SECRET})
        assert answer.status_code == 200
    assert [update.update_id for update in state.taken] == [7]


async def test_update_that_cannot_be_noted_is_to_come_again(client: httpx.AsyncClient, state: State) -> None:
    state.store_fault = "disk full"
    answer = await client.post("/webhook", json=UPDATE, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, state.taken) == (503, [])
    state.store_fault = None
    await client.post("/webhook", json=UPDATE, headers={SECRET_HEADER: SECRET})
    assert [update.update_id for update in state.taken] == [7]


async def test_webhook_asks_for_patience_when_no_more_is_taken(
    client: httpx.AsyncClient, state: State
) -> None:
    state.has_room = False
    answer = await client.post("/webhook", json=UPDATE, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, state.taken) == (503, [])
