"""A person with a phone or a desktop, on the chat page: helpers that read like what people do."""

import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
WAIT = 10_000


def expect(target: Any) -> Any:
    """Playwright's waiting assertions, imported late: without a browser these tests are still collected."""
    from playwright.async_api import expect as assertions

    return assertions(target)


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
