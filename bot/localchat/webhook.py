"""The other way to receive: updates are posted to an address of the bot's choice."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from bot.localchat.state import State
from bot.localchat.wire import LOOPBACK, JsonObject, JsonValue, Params, bad_request
from bot.localchat.world import timestamp

RETRY_SECONDS = 0.5  # Telegram waits longer; a local preview need not
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(slots=True, kw_only=True)
class _Registration:
    url: str
    secret: str
    max_connections: int
    last_error: str = ""
    last_error_date: int = 0


class Webhook:
    """Posts updates in their order, one after the other, each until it is taken."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._registered: _Registration | None = None
        self._delivery: asyncio.Task[None] | None = None

    @property
    def active(self) -> bool:
        """Whether updates are posted instead of fetched."""
        return self._registered is not None

    async def set(self, params: Params) -> JsonValue:
        """`setWebhook`; without an address it is taken down. 400 for one that Telegram would refuse."""
        url = params.text("url")
        if not url:
            return await self.delete(params)
        _check_address(url)
        secret = params.text("secret_token")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        await self.stop()
        self._state.inbox.stop_polling("setWebhook request")
        if "allowed_updates" in params:
            self._state.inbox.allowed = tuple(map(str, params.array("allowed_updates")))
        if params.flag("drop_pending_updates"):
            self._state.inbox.forget()
        self._registered = _Registration(
            url=url,
            secret=secret,
            max_connections=params.integer("max_connections", 40),
        )
        self._delivery = asyncio.create_task(self._deliver(self._registered))
        return True

    async def delete(self, params: Params) -> JsonValue:
        """`deleteWebhook`; the updates that wait go with it if asked."""
        await self.stop()
        if params.flag("drop_pending_updates"):
            self._state.inbox.forget()
        return True

    def describe(self) -> JsonObject:
        """WebhookInfo."""
        known = self._registered
        described: dict[str, JsonValue] = {
            "url": known.url if known else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._state.inbox),
        }
        if self._state.inbox.allowed:
            described["allowed_updates"] = list(self._state.inbox.allowed)
        if known:
            described["max_connections"] = known.max_connections
            if known.last_error:
                described |= {
                    "last_error_date": known.last_error_date,
                    "last_error_message": known.last_error,
                }
        return described

    async def stop(self) -> None:
        """Ends delivery; what waits is kept for the next receiver."""
        self._registered = None
        if self._delivery is not None:
            self._delivery.cancel()
            await asyncio.gather(self._delivery, return_exceptions=True)
            self._delivery = None

    async def _deliver(self, to: _Registration) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": to.secret} if to.secret else {}
        async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
            while True:
                await self._state.inbox.arrival()
                [update] = self._state.inbox.first(1)
                if await self._taken(client, to, update, headers):
                    number = update["update_id"]
                    assert isinstance(number, int)
                    self._state.inbox.confirm(number + 1)
                else:
                    await asyncio.sleep(RETRY_SECONDS)

    async def _taken(
        self, client: httpx.AsyncClient, to: _Registration, update: JsonObject, headers: dict[str, str]
    ) -> bool:
        try:
            response = await client.post(to.url, json=update, headers=headers)
        except httpx.HTTPError as error:
            problem = f"Connection failed: {type(error).__name__}"
        else:
            if response.is_success:
                return True
            problem = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        to.last_error, to.last_error_date = problem, timestamp(self._state.clock())
        self._state.events.touch()
        return False


def _check_address(url: str) -> None:
    """Plain HTTP is for this machine only. Raises ApiError 400."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
