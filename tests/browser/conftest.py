"""The chat page in the system's own Chromium: helpers that read like a person with a phone.

The browser is looked for on PATH and never downloaded. Without it these tests are reported as skipped, with the way
to get it; REQUIRE_BROWSER=1 makes that a failure.
"""

import os
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, NoReturn

import pytest
import pytest_asyncio
from demo_bot import DemoBot, demo_bot

from bot.sandbox.furnish import furnish
from bot.sandbox.server import Sandbox, running

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
HOW = "These tests drive the system's Chromium. Get it with: apt-get update && apt-get install -y chromium"
WAIT = 10_000


def _without(what: str) -> NoReturn:
    """No browser: skipped with the way to get one, or a failure where one is demanded."""
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"{what} {HOW}")
    pytest.skip(f"{what} {HOW}")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Any]:
    """One Chromium for all browser tests; each phone is a context of its own."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        _without("No Chromium on PATH.")
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        _without("No Playwright: pip install playwright.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox with Ana (Spanish phone), Ben (English phone) and their group."""
    async with running(furnish=furnish) as sandbox:
        yield sandbox


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: Sandbox) -> AsyncIterator[DemoBot]:
    """The tiny bot that shows what the page can do."""
    async with demo_bot(sandbox.api_url, sandbox.token) as bot:
        yield bot


class Phone:
    """The page as a person uses it. `page` is Playwright's, for whatever is not here."""

    def __init__(self, page: Any, url: str) -> None:
        self.page = page
        self.url = url
        self.errors: list[str] = []  # what the browser's console complained about
        self.requests: list[str] = []  # every address the page asked for
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: self.requests.append(request.url))

    async def open(self, name: str) -> None:
        """Opens the page, if it is not open yet, and in it the chat of this person or group."""
        if not self.page.url.startswith(self.url):
            await self.page.goto(f"{self.url}/")
        if await self.page.locator("#back").is_visible():
            await self.page.click("#back")
        await self.page.locator(".chat-item").filter(has=self.page.get_by_text(name, exact=True)).click()
        await self.page.locator("#chat").wait_for()

    async def start(self) -> None:
        """Presses START."""
        await self.page.click("#big-button")

    async def say(self, text: str) -> None:
        """Types and sends with Enter."""
        await self.page.fill("#text", text)
        await self.page.press("#text", "Enter")

    async def press(self, label: str) -> None:
        """Presses the newest button with exactly this label, inline or on the reply keyboard."""
        await self.page.locator(".key").filter(has_text=re.compile(f"^{re.escape(label)}$")).last.click()

    async def expect(self, text: str) -> Any:
        """Waits for a bot message with this text in it, the newest one; returns its element."""
        message = self.page.locator(".msg.in").filter(has_text=text).last
        await message.wait_for(timeout=WAIT)
        return message

    async def texts(self) -> list[str]:
        """The words of all bubbles, oldest first."""
        found: list[str] = await self.page.locator(".msg:not(.typing) .words").all_inner_texts()
        return found

    async def labels(self) -> list[str]:
        """The labels of all inline buttons on the screen, oldest first."""
        found: list[str] = await self.page.locator(".keys .key bdi").all_inner_texts()
        return found

    async def menu(self, label: str) -> None:
        """Opens the chat's menu and takes this item."""
        await self.page.click("#chat-menu")
        await self.page.get_by_role("menuitem", name=label).click()

    async def overflow(self) -> list[str]:
        """What sticks out of the screen sideways; should always be nothing."""
        found: list[str] = await self.page.evaluate(OVERFLOW)
        return found

    async def nameless(self) -> list[str]:
        """Buttons, fields and pictures that a screen reader could not name; should always be nothing."""
        found: list[str] = await self.page.evaluate(NAMELESS)
        return found


OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  const out = [...document.querySelectorAll("body *")].filter((item) => {
    const box = item.getBoundingClientRect();
    return box.width && box.height && item.checkVisibility() && !item.closest(".topics, svg, option")
      && (box.right > innerWidth + 1 || box.left < -1);
  });
  return [...wide, ...out.map((item) => `${item.tagName}.${item.className}`)];
}"""
NAMELESS = """() => [...document.querySelectorAll("button, input, textarea, select, img, a")]
  .filter((item) => item.checkVisibility())
  .filter((item) => !(item.getAttribute("aria-label") || item.alt || item.title || item.textContent.trim()))
  .map((item) => item.outerHTML.slice(0, 80))"""

Opened = Callable[..., AbstractAsyncContextManager[Phone]]


@pytest.fixture
def opened(browser: Any, sandbox: Sandbox) -> Opened:
    """`async with opened() as phone` or `opened(DESKTOP, color_scheme="dark")`: a fresh browser context."""

    @asynccontextmanager
    async def open_phone(viewport: dict[str, int] = PHONE, **options: Any) -> AsyncIterator[Phone]:
        context = await browser.new_context(
            viewport=viewport, has_touch=viewport["width"] < 760, reduced_motion="reduce", **options
        )
        context.set_default_timeout(WAIT)
        try:
            yield Phone(await context.new_page(), sandbox.url)
        finally:
            await context.close()

    return open_phone
