"""Takes the pictures of the README anew: `python tests/browser/pictures.py`, with Chromium installed. Look at them."""

import asyncio
import shutil
import sys
from pathlib import Path
from typing import Any

from conftest import FLAGS, NAMES
from oponte import tried_out
from phones import DESKTOP, Phone
from playwright.async_api import Browser, async_playwright

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "screenshots"


async def on_a_phone(phone: Phone) -> None:
    """Ben asks with typos, and in a hurry."""
    await phone.open("Ben")
    await phone.start()
    await phone.expect("Hello, I’m Oponte.")
    await phone.say("do they read my privat mesages??")
    await phone.expect("Does Meta read or use my private messages?")


async def on_a_desktop(phone: Phone) -> None:
    """Ana is led through the form of Instagram, and asks in between."""
    await phone.open("Ana")
    await phone.start()
    await phone.expect("Hola, soy Oponte.")
    await phone.say("ya es tarde?")
    await phone.expect("No, no es tarde")
    await phone.say("como me opongo en instagram")
    await phone.expect("Paso 1 de 8")
    await phone.press("Enlace directo (lo más rápido)")
    await phone.expect("Paso 2 de 8")
    await phone.press("Siguiente ›")
    await phone.expect("Paso 3 de 8")


async def take(browser: Browser, url: str) -> None:
    """Both pictures."""
    options: dict[str, Any]
    for name, play, options in (
        ("phone", on_a_phone, {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1.5}),
        ("desktop", on_a_desktop, {"viewport": DESKTOP, "color_scheme": "dark"}),
    ):
        context = await browser.new_context(**options, reduced_motion="reduce")
        phone = Phone(await context.new_page(), url)
        await play(phone)
        await phone.page.evaluate("document.activeElement.blur()")
        await phone.page.mouse.move(0, 0)
        await phone.page.screenshot(path=PICTURES / f"{name}.png")
        await context.close()


async def main() -> None:
    """Starts Oponte and the browser."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = next(found for name in NAMES if (found := shutil.which(name)))
    command = (sys.executable, "-m", "bot", "sandbox", "--no-browser", "--port", "0")
    async with tried_out(command, ROOT) as oponte, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        await take(browser, oponte.url)


if __name__ == "__main__":
    asyncio.run(main())
