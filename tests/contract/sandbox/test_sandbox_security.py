"""Nobody but this machine's own page, tests and bot gets in, and memory does not grow without end."""

import aiohttp
import pytest
from bareapi import Api

from bot.sandbox import files, updates, world
from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.0.2.1", "", "[::ffff"]
)
async def test_other_names_of_this_machine_are_refused(api: Api, sandbox: Sandbox, host: str) -> None:
    for path in ("/", "/sandbox/state", f"/bot{sandbox.token}/getMe"):
        async with api.session.get(f"{sandbox.url}{path}", headers={"Host": host}) as response:
            assert response.status in (400, 421)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_other_pages_are_refused(api: Api, sandbox: Sandbox, origin: str) -> None:
    headers = {**JSON, "Origin": origin}
    async with api.session.post(f"{sandbox.url}/sandbox/people", data='{"name": "x"}', headers=headers) as response:
        assert response.status == 403


async def test_pictures_and_scripts_of_other_pages_load_nothing_from_here(api: Api, sandbox: Sandbox) -> None:
    for path, status in (("/sandbox/state", 403), (f"/bot{sandbox.token}/getMe", 403), ("/", 200)):
        headers = {"Sec-Fetch-Site": "cross-site"}
        async with api.session.get(f"{sandbox.url}{path}", headers=headers) as response:
            assert response.status == status


async def test_a_form_of_another_page_cannot_act(api: Api, sandbox: Sandbox, client: Client) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        url, headers = f"{sandbox.url}/sandbox/people", {"Content-Type": kind}
        async with api.session.post(url, data='{"name": "x"}', headers=headers) as response:
            assert response.status == 415
    assert (await client.state())["people"] == []


async def test_it_listens_on_loopback_only(sandbox: Sandbox) -> None:
    assert sandbox.url.startswith("http://127.0.0.1:")


async def test_the_page_allows_no_foreign_code(api: Api, sandbox: Sandbox) -> None:
    async with api.session.get(f"{sandbox.url}/") as response:
        policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    async with api.session.get(f"{sandbox.url}/page/../server.py") as response:
        assert response.status == 404


async def test_files_never_run_as_pages(api: Api, client: Client, sandbox: Sandbox) -> None:
    ana = await client.person("Ana")
    sent = await ana.send_document('evil".html\r\nX: y', b"<script>alert(1)</script>")
    file_id = sent.raw["document"]["file_id"]
    async with api.session.get(f"{sandbox.url}/sandbox/files/{file_id}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == 'attachment; filename="evil_.html__X__y"'
        assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_the_traffic_shows_neither_token_nor_files(api: Api, client: Client, sandbox: Sandbox) -> None:
    ana = await client.person("Ana")
    await ana.start()
    form = aiohttp.FormData({"chat_id": str(ana.id)})
    form.add_field("document", b"private words", filename="a.txt")
    async with api.session.post(f"{api.base}/sendDocument", data=form) as response:
        assert response.status == 200
    (call,) = await client.calls("sendDocument")
    assert call.params["document"] == "<a.txt, 13 bytes>"
    assert sandbox.token not in str(call)


async def test_updates_messages_and_files_are_bounded(
    client: Client, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "KEPT", 5)
    monkeypatch.setattr(world, "MAX_MESSAGES", 5)
    monkeypatch.setattr(files, "MAX_FILES", 2)
    ana = await client.person("Ana")
    sent = [await ana.send_document("a.txt", str(number).encode()) for number in range(8)]
    assert sandbox.world.updates.count() == 5
    assert len(await ana.messages()) == 5
    kept = [sandbox.world.files.get(message.raw["document"]["file_id"]) for message in sent]
    assert [stored is not None for stored in kept] == [False] * 6 + [True] * 2


async def test_what_people_write_comes_back_letter_for_letter(api: Api, client: Client) -> None:
    ana = await client.person("Ana <b>", username="x")
    nasty = ["<script>alert(1)</script>", "\u202egnp.exe\u202c", "🙂" * 4096, "a\u0000b", "' OR 1=1 --", "{{7*7}}"]
    for text in nasty:
        await ana.send(text)
    heard = [update["message"]["text"] for update in await api.updates()]
    assert heard == nasty
