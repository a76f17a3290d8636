"""The chat page in the system's own Chromium: helpers that read like a person with a phone.

The browser is looked for on PATH and never downloaded. Without it these tests are reported as skipped, with the way
to get it; REQUIRE_BROWSER=1 makes that a failure.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NoReturn

import pytest
import pytest_asyncio
from demo_bot import DemoBot, demo_bot
from phones import PHONE, WAIT, Opened, Phone

from bot.sandbox.furnish import furnish
from bot.sandbox.server import Sandbox, running

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "These tests drive the system's Chromium. Get it with: apt-get update && apt-get install -y chromium"


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
