"""People talk to the real Oponte on the chat page, at phone width, in English and Spanish.

One process serves them all; each test has a person of its own, so that none reads what another one wrote.
"""

import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from oponte import Oponte, tried_out
from phones import DESKTOP, PHONE, Opened, Phone, expect

from bot.dialogue.brain import Brain
from bot.knowledge.model import Language
from bot.sandbox.client import Client

pytestmark = [pytest.mark.asyncio(loop_scope="session")]
GREETING = {"en": "Hello, I’m Oponte.", "es": "Hola, soy Oponte."}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def sandbox(brain: Brain, root: Path) -> AsyncIterator[Oponte]:
    """The command `oponte sandbox`; `opened` opens its page. Ctrl-C ends it without a word."""
    assert brain.graph.topics, "made first, so that the process finds the fitted matcher in the cache"
    command = (sys.executable, "-m", "bot", "sandbox", "--no-browser", "--port", "0")
    async with tried_out(command, root) as oponte:
        yield oponte
        end = await oponte.interrupted()
        assert (end.status, end.errors) == (0, "")


async def met(phone: Phone, name: str, language: Language) -> None:
    """Somebody new opens the chat, starts the bot and is greeted."""
    async with Client(phone.url) as client:
        await client.person(name, language=language)
    await phone.open(name)
    await phone.start()
    await phone.expect(GREETING[language])


async def newest(phone: Phone, text: str) -> None:
    """Waits until the newest message is the bot's and says this."""
    await expect(phone.page.locator(".msg:not(.typing)").last).to_contain_text(text)
    await expect(phone.page.locator(".msg:not(.typing)").last).to_have_class(re.compile(r"\bin\b"))


async def look(phone: Phone) -> None:
    """Nothing sticks out sideways, a screen reader can name everything, and the browser complains of nothing."""
    assert (await phone.overflow(), await phone.nameless(), phone.errors) == ([], [], [])


@pytest.mark.parametrize(
    ("name", "language", "about", "start", "question"),
    [
        ("Ben", "en", "walk you through objecting", "START", "do they read my privat mesages??"),
        ("Ana", "es", "acompaño paso a paso", "INICIAR", "leen mis mensages privados??"),
    ],
)
async def test_the_first_minute(
    opened: Opened, brain: Brain, name: str, language: Language, about: str, start: str, question: str
) -> None:
    async with opened(PHONE) as phone:
        await phone.open(name)
        await expect(phone.page.locator(".welcome")).to_contain_text(about)
        await expect(phone.page.locator("#big-button")).to_have_text(start)
        await look(phone)
        await phone.start()
        await phone.expect(GREETING[language])
        await look(phone)
        await phone.say(question)
        await newest(phone, brain.graph.topics["private-messages"].title[language])
        await look(phone)
        await phone.page.fill("#text", "/")
        await expect(phone.page.locator(".option")).to_have_count(12)
        await look(phone)


@pytest.mark.parametrize(
    ("language", "ask", "between"),
    [("en", "how do I object on instagram?", "is it too late?"), ("es", "como me opongo en instagram", "ya es tarde?")],
)
async def test_the_whole_instagram_guide_by_clicking(
    opened: Opened, brain: Brain, language: Language, ask: str, between: str
) -> None:
    say = brain.words[language].gettext
    guide = brain.graph.guides["object-instagram"]
    async with opened(PHONE) as phone:
        await met(phone, f"Walker ({language})", language)
        await phone.say(ask)
        await newest(phone, say("guide.progress").format(step=1, steps=8))
        await look(phone)
        await phone.press(guide.ways[0].label[language])
        for step in range(2, 9):
            await newest(phone, say("guide.progress").format(step=step, steps=8))
            await look(phone)
            if step == 4:
                await phone.say(between)
                await newest(phone, brain.graph.topics["too-late"].title[language])
                await look(phone)
                await phone.press(say("button.resume").format(title=guide.title[language]))
                await newest(phone, say("guide.progress").format(step=step, steps=8))
            await phone.press(say("button.next" if step < 8 else "button.finish"))
        await newest(phone, say("guide.done"))
        await look(phone)
        steps = [text for text in await phone.texts() if re.search(r"\d (of|de) 8", text)]
        assert len(steps) == 1, "each step replaces the one before it; only the one before the question still stands"


async def test_changing_the_language_by_button_and_by_command(opened: Opened, brain: Brain) -> None:
    async with opened(PHONE) as phone:
        await met(phone, "Kim", "en")
        await phone.press(brain.words["es"].gettext("button.speak"))
        await newest(phone, brain.words["es"].gettext("language.chosen"))
        await phone.say("is it too late?")
        await newest(phone, brain.graph.topics["too-late"].title["en"])
        await phone.say("/language")
        await newest(phone, brain.words["es"].gettext("language.which"))
        await look(phone)
        await phone.press("Español")
        await newest(phone, brain.words["es"].gettext("language.chosen"))
        await phone.say("whatsapp")  # a word of no language
        await newest(phone, brain.graph.guides["object-whatsapp"].title["es"])
        await look(phone)


async def test_blocking_the_bot_and_coming_back(opened: Opened, brain: Brain) -> None:
    async with opened(PHONE) as phone:
        await met(phone, "Lou", "es")
        await phone.menu("Detener y bloquear el bot")
        await expect(phone.page.locator("#big-button")).to_have_text("DESBLOQUEAR")
        await look(phone)
        await phone.page.click("#big-button")
        await phone.say("¿es legal?")
        await newest(phone, brain.graph.topics["is-it-legal"].title["es"])
        await look(phone)


async def test_sharing_an_answer_by_inline_mode(opened: Opened) -> None:
    async with opened(PHONE) as phone:
        await met(phone, "Max", "en")
        await phone.page.fill("#text", "@sandbox_bot threads")
        found = phone.page.locator(".option")
        await expect(found.nth(0)).to_have_text("Ask the bot in private")
        await expect(found.nth(1)).to_contain_text("Is Threads included")
        await look(phone)
        await phone.page.press("#text", "Enter")
        shared = phone.page.locator(".msg.out").last
        await expect(shared).to_contain_text("via @sandbox_bot")
        await expect(shared).to_contain_text("Is Threads included")
        await look(phone)
        await phone.press("Ask Oponte")
        await expect(phone.page.locator(".msg.in").last).to_contain_text("Is Threads included")
        await look(phone)


async def test_a_letter_to_copy_and_as_a_file(opened: Opened) -> None:
    async with opened(PHONE, permissions=["clipboard-read", "clipboard-write"]) as phone:
        await met(phone, "Noa", "en")
        await phone.say("/letter")
        await phone.expect("Which letter do you need?")
        await look(phone)
        await phone.press("Objection (I have an account)")
        await phone.expect("Which accounts is it about?")
        await phone.press("Instagram")
        await phone.expect("Do you want to give a reason?")
        await look(phone)
        await phone.press("My family appears in it")
        await phone.expect("The same letter as a file.")
        await look(phone)
        await phone.page.locator(".pre").get_by_role("button").click()
        await expect(phone.page.locator(".toast")).to_have_text("Copied")
        copied = await phone.page.evaluate("navigator.clipboard.readText()")
        assert "Instagram" in copied
        assert "[" in copied, "what only the person knows is left to fill in"
        async with phone.page.expect_download() as download:
            await phone.page.locator(".document").last.click()
        assert Path(await (await download.value).path()).read_text("utf-8").strip() == copied.strip()
        await look(phone)


async def test_a_group_asks_together(opened: Opened, brain: Brain) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ana & Ben")
        await phone.say("/ask ¿usan mis fotos?")
        await newest(phone, brain.graph.topics["photos-videos"].title["es"])
        await expect(phone.page.locator(".msg.in .who").last).to_contain_text("Oponte")
        await phone.page.select_option("#speaker", label="Ben")
        await phone.say("what about the weather")
        await phone.say("/ask@sandbox_bot is it legal?")
        await newest(phone, brain.graph.topics["is-it-legal"].title["en"])
        await expect(phone.page.locator(".msg.out")).to_have_count(2)
        await look(phone)
