"""What people do, and what the bot hears of it."""

import re

import pytest
from bareapi import Api

from bot.sandbox.client import Client, RefusedError

BUTTON = {"inline_keyboard": [[{"text": "Next", "callback_data": "n"}, {"text": "Copy", "copy_text": {"text": "me"}}]]}


async def test_the_first_message_opens_the_chat_and_nothing_before_does(api: Api, client: Client) -> None:
    ana = await client.person("Ana", language="es")
    assert await api.error("sendMessage", chat_id=ana.id, text="hi") == "400 Bad Request: chat not found"
    await ana.start("n-private-messages-es")
    (update,) = await api.updates()
    assert update["message"]["text"] == "/start n-private-messages-es"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["language_code"] == "es"
    assert update["message"]["chat"]["id"] == update["message"]["from"]["id"] > 2**32
    await api.ok("sendMessage", chat_id=ana.id, text="hi")


async def test_a_start_payload_that_telegram_would_not_carry_is_refused(client: Client) -> None:
    ana = await client.person("Ana")
    for payload in ("with space", "ñ", "x" * 65):
        with pytest.raises(RefusedError, match="1 to 64 characters"):
            await ana.start(payload)


async def test_blocking_closes_the_chat_and_unblocking_opens_it(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    await ana.block()
    assert await api.error("sendMessage", chat_id=ana.id, text="?") == "403 Forbidden: bot was blocked by the user"
    with pytest.raises(RefusedError, match="unblock"):
        await ana.send("?")
    await ana.unblock()
    await api.ok("sendMessage", chat_id=ana.id, text="welcome back")
    blocked, unblocked = [update["my_chat_member"] for update in (await api.updates())[1:]]
    assert (blocked["old_chat_member"]["status"], blocked["new_chat_member"]["status"]) == ("member", "kicked")
    assert (unblocked["old_chat_member"]["status"], unblocked["new_chat_member"]["status"]) == ("kicked", "member")


async def test_edited_messages_come_as_such(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    sent = await ana.send("helo")
    await ana.edit(sent, "hello")
    edited = (await api.updates())[-1]["edited_message"]
    assert (edited["message_id"], edited["text"], edited["edit_date"] >= edited["date"]) == (sent.id, "hello", True)


async def test_photos_voices_stickers_and_documents(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.send_photo("my /profile")
    await ana.send_voice()
    await ana.send_sticker("🔥")
    await ana.send_document("letter.txt", b"Dear Meta")
    photo, voice, sticker, document = [update["message"] for update in await api.updates()]
    assert photo["caption"] == "my /profile"
    assert photo["caption_entities"] == [{"type": "bot_command", "offset": 3, "length": 8}]
    assert voice["voice"]["mime_type"] == "audio/ogg"
    assert sticker["sticker"]["emoji"] == "🔥"
    assert document["document"]["file_name"] == "letter.txt"


async def test_a_press_is_answered_once_and_not_too_late(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    sent = await api.ok("sendMessage", chat_id=ana.id, text="press", reply_markup=BUTTON)
    await ana.press("Next", wait=False)
    query = (await api.updates())[-1]["callback_query"]
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("n", sent["message_id"], ana.id)
    await api.ok("answerCallbackQuery", callback_query_id=query["id"])
    assert "query is too old" in await api.error("answerCallbackQuery", callback_query_id=query["id"])
    await ana.press("Next", wait=False)
    late = (await api.updates())[-1]["callback_query"]["id"]
    await client.advance(151)
    assert "query is too old" in await api.error("answerCallbackQuery", callback_query_id=late)


async def test_buttons_that_ask_nothing_of_the_bot(client: Client, api: Api) -> None:
    ana = await client.person("Ana")
    await ana.start()
    await api.ok("sendMessage", chat_id=ana.id, text="copy", reply_markup=BUTTON)
    assert (await ana.press("Copy")).button.copies == "me"
    assert [update for update in await api.updates() if "callback_query" in update] == []


async def test_a_message_too_old_for_the_bot_is_inaccessible(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    sent = await api.ok("sendMessage", chat_id=ana.id, text="old", reply_markup=BUTTON)
    message = await ana.expect("old")
    await client.forget(message)
    await ana.press("Next", wait=False)
    inside = (await api.updates())[-1]["callback_query"]["message"]
    assert inside == {"chat": inside["chat"], "message_id": sent["message_id"], "date": 0}
    assert "message to edit not found" in await api.error(
        "editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="new"
    )


async def test_reply_keyboards_send_their_labels(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    keys = {"keyboard": [[{"text": "Yes"}, {"text": "No"}]], "resize_keyboard": True}
    sent = await api.ok("sendMessage", chat_id=ana.id, text="?", reply_markup=keys)
    assert "reply_markup" not in sent
    assert await ana.keyboard() == [["Yes", "No"]]
    await ana.press("Yes")
    assert (await api.updates())[-1]["message"]["text"] == "Yes"
    await api.ok("sendMessage", chat_id=ana.id, text="ok", reply_markup={"remove_keyboard": True})
    assert await ana.keyboard() == []


async def test_inline_mode_from_the_query_to_the_edited_message(api: Api, client: Client) -> None:
    ana, ben = await client.person("Ana"), await client.person("Ben")
    group = await client.group("Friends", [ben, ana])
    confirmed = (await api.updates())[-1]["update_id"] + 1
    asked = await ana._act("inline", query="what is", chat=group.id)  # the typed way waits for an answer
    (update,) = await api.updates(offset=confirmed)
    assert update["inline_query"] | {"from": None, "id": ""} == {
        "id": "", "from": None, "query": "what is", "offset": "", "chat_type": "group",
    }  # fmt: skip
    article = {"type": "article", "id": "a", "title": "A", "input_message_content": {"message_text": "*A*", "parse_mode": "MarkdownV2"}, "reply_markup": BUTTON}  # fmt: skip
    assert "RESULT_ID_DUPLICATE" in await api.error(
        "answerInlineQuery", inline_query_id=asked["question"], results=[article, article]
    )
    assert "does not emulate InlineQueryResult of type gif" in await api.error(
        "answerInlineQuery", inline_query_id=asked["question"], results=[{"type": "gif", "id": "g"}]
    )
    await api.ok("answerInlineQuery", inline_query_id=asked["question"], results=[article], is_personal=True)
    sent = (await ana._act("choose", question=asked["question"], result="a", chat=group.id))["message"]
    assert sent["via_bot"]["is_bot"]
    message, chosen = (await api.updates())[-2:]
    assert message["message"]["text"] == "A", "what is sent through the bot reaches it even in a group"
    assert chosen["chosen_inline_result"]["query"] == "what is"
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]
    assert await api.ok("editMessageText", inline_message_id=inline_id, text="B", reply_markup=BUTTON) is True
    assert (await ben.messages(chat=group))[-1].text == "B"
    await ben.press("Next", chat=group, wait=False)
    assert (await api.updates())[-1]["callback_query"]["inline_message_id"] == inline_id


async def test_what_a_person_cannot_do_is_told_to_the_test(client: Client) -> None:
    ana = await client.person("Ana")
    with pytest.raises(RefusedError, match="1 to 4096 characters"):
        await ana.send("x" * 4097)
    with pytest.raises(RefusedError, match="No message has a button 'Next'"):
        await ana.press("Next")
    with pytest.raises(RefusedError, match="nobody has"):
        await client.person("Twin", id=ana.id)


async def test_expect_tells_what_came_instead(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    await api.ok("sendMessage", chat_id=ana.id, text="good morning")
    with pytest.raises(AssertionError, match="good morning"):
        await ana.expect(re.compile("evening"), timeout=0)
