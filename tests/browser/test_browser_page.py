"""The chat page as people use it, on a phone and on a desktop, with the tiny demo bot."""

import re

import pytest
from demo_bot import DemoBot
from phones import DESKTOP, PHONE, Opened, expect

from bot.sandbox.client import Client
from bot.sandbox.furnish import furnish
from bot.sandbox.server import Sandbox, running

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("bot")]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_from_the_first_look_to_the_end_of_a_guide(opened: Opened, viewport: dict[str, int]) -> None:
    async with opened(viewport) as phone:
        await phone.open("Ana")
        await expect(phone.page.locator(".welcome")).to_contain_text("¿Qué puede hacer este bot?")
        await expect(phone.page.locator(".welcome")).to_contain_text("Respondo con fuentes")
        await expect(phone.page.locator("#big-button")).to_have_text("INICIAR")
        await phone.start()
        await phone.expect("¡Hola, Ana!")
        await phone.press("Abrir la guía")
        step = await phone.expect("Paso 1 de 3")
        assert await step.locator("strong").inner_text() == "Paso 1 de 3"
        await phone.press("Siguiente")
        await phone.expect("Paso 2 de 3")
        await phone.press("Siguiente")
        await phone.expect("Paso 3 de 3")
        await phone.press("Siguiente")
        await phone.expect("¡Listo!")
        assert await phone.texts() == ["/start", "¡Listo!"], "a guide is edited in its place"
        assert await phone.labels() == []
        assert (await phone.overflow(), await phone.nameless(), phone.errors) == ([], [], [])


async def test_the_page_speaks_the_language_of_the_phone_in_use(opened: Opened) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ben")
        await expect(phone.page.locator("#big-button")).to_have_text("START")
        await expect(phone.page.locator("html")).to_have_attribute("lang", "en")
        await phone.open("Ana")
        await expect(phone.page.locator("html")).to_have_attribute("lang", "es")
        await expect(phone.page.locator("#big-button")).to_have_text("INICIAR")


async def test_formats_buttons_alerts_and_deletion(opened: Opened) -> None:
    async with opened(PHONE) as phone:
        await phone.open("Ben")
        await phone.start()
        await phone.say("/rich")
        message = await phone.expect("Private messages")
        for tag, text in (
            ("strong", "Private messages"), ("em", "unless"), ("u", "not"), ("s", "gone"), ("code", "C/2025"),
            ("pre", "I object to the use of my personal data."), ("a", "Meta, April 2025"),
        ):  # fmt: skip
            assert await message.locator(tag).first.inner_text() == text
        assert await message.locator("blockquote").count() == 1
        link = message.get_by_role("link", name="Meta, April 2025")
        assert await link.get_attribute("rel") == "noopener noreferrer nofollow"
        await link.click()
        await expect(phone.page.locator("#dialog")).to_contain_text("https://about.fb.com/news/")
        await phone.page.get_by_role("button", name="Cancel").click()
        await phone.press("Why?")
        await expect(phone.page.locator("#dialog")).to_contain_text("I answer questions")
        await phone.page.get_by_role("button", name="OK").click()
        await message.locator(".spoiler").click()
        await expect(message.locator(".spoiler")).to_have_class(re.compile("shown"))
        await phone.press("Delete")
        await expect(message).to_have_count(0)
        await phone.say("/file")
        document = (await phone.expect("Your letter")).locator(".document")
        async with phone.page.expect_download() as download:
            await document.click()
        assert (await download.value).suggested_filename == "objection-letter.txt"


async def test_commands_and_inline_results_are_chosen_with_the_keyboard_alone(opened: Opened) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ben")
        await phone.page.locator("#big-button").focus()
        await phone.page.keyboard.press("Enter")
        await phone.expect("Hello, Ben!")
        await phone.page.focus("#text")
        await phone.page.keyboard.type("/")
        await expect(phone.page.locator(".option")).to_have_count(2)
        await phone.page.keyboard.press("ArrowDown")
        await phone.page.keyboard.press("Enter")
        await phone.expect("Step 1 of 3")
        await phone.page.keyboard.type("@sandbox_bot anything")
        await expect(phone.page.locator(".option")).to_have_count(3)
        await phone.page.keyboard.press("ArrowUp")
        await phone.page.keyboard.press("Enter")
        mine = phone.page.locator(".msg.out").last
        await expect(mine).to_contain_text("Send the form.")
        await expect(mine).to_contain_text("via @sandbox_bot")
        await mine.locator(".key").focus()
        await phone.page.keyboard.press("Enter")
        await expect(mine).to_contain_text("Done!")
        await phone.page.locator("#chat-menu").focus()
        await phone.page.keyboard.press("Enter")
        await expect(phone.page.get_by_role("menuitem").first).to_be_focused()
        await phone.page.keyboard.press("Escape")
        await expect(phone.page.locator("#chat-menu")).to_be_focused()


NASTY = [
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>",
    "\u202egnp.exe\u202c and \u2067right to left\u2069",
    "🙂" * 4096,
    "W" * 4000,
    "مرحبا بك",
    "a\n\n\n\n\n\nb",
]


async def test_nothing_that_is_written_runs_or_breaks_the_page(opened: Opened, sandbox: Sandbox, bot: DemoBot) -> None:
    async with opened(PHONE) as phone, Client(sandbox.url) as client:
        mallory = await client.person("<b onmouseover=alert(1)>Mallory\u202e", language="en")
        await phone.open("Ben")
        await phone.open("<b onmouseover=alert(1)>Mallory\u202e")
        await phone.start()
        for text in NASTY:
            await mallory.send(text)
        await mallory.send("the last one")
        await phone.expect("the last one")
        entity = {"type": "text_link", "offset": 0, "length": 5, "url": "javascript:window.hacked=1"}
        keys = {"inline_keyboard": [[{"text": "<i>" + "x" * 300, "callback_data": "menu:about"}]]}
        await bot.call("sendMessage", chat_id=mallory.id, text="click me", entities=[entity], reply_markup=keys)
        await phone.expect("click me")
        assert await phone.page.evaluate("window.hacked") is None
        assert (
            await phone.page.locator("#log script, #log img, #log b[onmouseover], #log a[href^='javascript']").count()
            == 0
        )
        assert await phone.overflow() == []
        assert phone.errors == []
        for text in NASTY:
            assert text in await phone.texts()


async def test_blocking_and_coming_back(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(PHONE) as phone, Client(sandbox.url) as client:
        await phone.open("Ben")
        await phone.start()
        await phone.menu("Stop and block the bot")
        await expect(phone.page.locator("#big-button")).to_have_text("UNBLOCK")
        await expect(phone.page.locator("#composer")).to_be_hidden()
        chats = {chat["chat"]["id"]: chat["standing"] for chat in (await client.state())["chats"]}
        assert "kicked" in chats.values()
        await phone.page.click("#big-button")
        await phone.say("I am back")
        await phone.expect("You wrote: I am back")


async def test_a_group_where_two_people_write(opened: Opened) -> None:
    async with opened(PHONE) as phone:
        await phone.open("Ana & Ben")
        await phone.say("/guide")
        await phone.expect("Paso 1 de 3")
        await phone.page.select_option("#speaker", label="Ben")
        await phone.say("/guide@sandbox_bot")
        await phone.expect("Step 1 of 3")
        await expect(phone.page.locator(".msg.out")).to_have_count(1)
        await expect(phone.page.locator(".msg.in .who").first).to_have_text("Ana")
        assert (await phone.overflow(), await phone.nameless()) == ([], [])


async def test_somebody_who_joins_later_is_there_with_all_that_was_said(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(PHONE) as phone, Client(sandbox.url) as client:
        await phone.open("Ana")
        eve = await client.person("Eve", language="en")
        group = await client.group("Forum", [eve], forum=True)
        topic = await group.open_topic("Instagram")
        await eve.start()
        await eve.send("/guide", chat=group, topic=topic)
        await eve.expect("Step 1 of 3", chat=group)
        await phone.open("Eve")
        await phone.expect("Hello, Eve!")
        assert (await phone.texts())[0] == "/start"
        await phone.open("Forum")
        await phone.page.get_by_role("tab", name="Instagram").click()
        await phone.expect("Step 1 of 3")
        await phone.say("/guide")
        await expect(phone.page.locator(".msg.in")).to_have_count(2)
        await phone.page.get_by_role("tab", name="General").click()
        await expect(phone.page.locator(".msg")).to_have_count(0)


async def test_a_press_is_not_lost_when_the_list_is_drawn_anew_under_it(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(DESKTOP) as phone, Client(sandbox.url) as client:
        await phone.open("Ben")
        first = phone.page.locator(".chat-item").first
        await first.hover()
        await phone.page.mouse.down()
        await client.person("Eve", language="en")
        arrived = "import('/page/store.js').then(({ store }) => [...store.people.values()].some((p) => p.first_name === 'Eve'))"
        await phone.page.wait_for_function(arrived)
        await phone.page.mouse.up()
        await expect(first).to_have_attribute("aria-current", "page")
        await phone.page.locator(".chat-item", has_text="Eve").wait_for()


async def test_deep_links_replies_and_edits(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ben")
        await phone.menu("Start with a deep link")
        await phone.page.fill("#dialog input", "n-private-messages-en")
        await phone.page.press("#dialog input", "Enter")
        await phone.expect("Hello, Ben!")
        assert (await phone.texts())[0] == "/start n-private-messages-en"
        await phone.say("helo")
        await phone.expect("You wrote: helo")
        await phone.page.focus("#text")
        await phone.page.keyboard.press("ArrowUp")
        await expect(phone.page.locator("#text")).to_have_value("helo")
        await phone.say("hello")
        await expect(phone.page.locator(".msg.out").last).to_contain_text("edited")
        answer = await phone.expect("You wrote: helo")
        await answer.hover()
        await answer.locator(".more").click()
        await phone.page.get_by_role("menuitem", name="Reply").click()
        await phone.say("thanks")
        await expect(phone.page.locator(".msg.out .quoted").last).to_contain_text("You wrote: helo")


async def test_the_drawer_shows_the_raw_traffic(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ben")
        await phone.start()
        await phone.expect("Hello, Ben!")
        await phone.page.click("#traffic-toggle")
        await phone.page.fill("#traffic-filter", "hello, ben")
        call = phone.page.locator(".calls li:visible").first
        await expect(call).to_contain_text("sendMessage")
        await call.locator("summary").click()
        await expect(call.locator("pre").first).to_contain_text('"chat_id"')
        assert sandbox.token not in await phone.page.locator("#calls").inner_text()
        assert (await phone.overflow(), await phone.nameless()) == ([], [])


async def test_dark_and_light_follow_the_system_until_chosen(opened: Opened) -> None:
    async with opened(DESKTOP, color_scheme="dark") as phone:
        await phone.open("Ben")
        page = phone.page.locator("html")
        await expect(page).to_have_attribute("data-theme", "dark")
        await phone.page.click("#theme")
        await expect(page).to_have_attribute("data-theme", "light")
        await phone.page.reload()
        await expect(page).to_have_attribute("data-theme", "light")


async def test_it_asks_nothing_of_any_other_machine(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(DESKTOP) as phone:
        await phone.open("Ben")
        await phone.start()
        await phone.say("/rich")
        await phone.expect("Private messages")
        outside = [url for url in phone.requests if not url.startswith((f"{sandbox.url}/", "data:"))]
        assert outside == []


async def test_a_sandbox_that_stops_and_comes_back(opened: Opened, sandbox: Sandbox) -> None:
    async with opened(PHONE) as phone:
        async with running(furnish=furnish) as first:
            port = int(first.url.rsplit(":", 1)[1])
            phone.url = first.url
            await phone.open("Ana")
        await expect(phone.page.locator("#offline")).to_be_visible()
        async with running(furnish=furnish, port=port):
            await expect(phone.page.locator("#offline")).to_be_hidden()
            await phone.start()
            await expect(phone.page.locator(".msg.out")).to_have_text(re.compile("/start"))
