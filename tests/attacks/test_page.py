"""Another site's page in the browser of whoever runs the local chat asks nothing of it, and sees nothing."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.config.serving import serving
from tests.chromium import NEEDS_CHROMIUM, chromium
from tests.telegram import Served

pytestmark = NEEDS_CHROMIUM

HOSTILE = """<!doctype html><iframe id="frame" src="{url}/"></iframe><iframe name="nowhere"></iframe><script>
const tries = [
  fetch("{url}/chat/say", {{method: "POST", headers: {{"Content-Type": "text/json"}}, body: '{said}'}}),
  fetch("{url}/chat/say", {{method: "POST", mode: "no-cors", body: '{said}'}}),
  fetch("{url}/chat/state").then((answer) => answer.text()).then((text) => seen.push(text)),
  fetch("{url}/bot{token}/sendMessage?chat_id=1001&text=forged", {{mode: "no-cors"}}),
];
const seen = [];
new Image().src = "{url}/bot{token}/sendMessage?chat_id=1001&text=forged";
new EventSource("{url}/chat/events").onmessage = (event) => seen.push(event.data);
const form = Object.assign(document.createElement("form"), {{
  action: "{url}/chat/document", method: "post", enctype: "multipart/form-data", target: "nowhere"}});
document.body.append(form);
form.submit();
Promise.allSettled(tries).then(() => setTimeout(() => {{ window.seen = seen; }}, 500));
</script>"""
SAID = '{"user": 1002, "text": "/push 1"}'


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium("--host-resolver-rules=MAP news.example 127.0.0.1") as running:
        yield running


async def test_another_sites_page_says_and_sees_nothing(browser: Browser, served_telegram: Served) -> None:
    page = HOSTILE.format(url=served_telegram.url, token=served_telegram.token, said=SAID)

    async def hostile(_: object) -> HTMLResponse:
        return HTMLResponse(page)

    async with serving(Starlette(routes=[Route("/", hostile)])) as elsewhere:
        opened = await browser.new_page()
        await opened.goto(elsewhere)
        await opened.wait_for_function("window.seen !== undefined")
        assert await opened.evaluate("window.seen") == []
        framed = await opened.frames[1].content()
    assert "Message" not in framed
    assert not served_telegram.telegram.messages
    assert not served_telegram.telegram.calls


async def test_a_name_that_was_turned_to_this_machine_opens_nothing(
    browser: Browser, served_telegram: Served
) -> None:
    opened = await browser.new_page()
    rebound = served_telegram.url.replace("127.0.0.1", "news.example")
    for path in ("/", "/chat/state", f"/bot{served_telegram.token}/getMe"):
        answer = await opened.goto(rebound + path)
        assert answer is not None
        assert (answer.status, await answer.text()) == (403, "This preview answers on this machine only.")
