"""Groups: joining, privacy mode, topics, leaving, and the change into a supergroup."""

import pytest
from bareapi import Api

from bot.sandbox.client import Client, RefusedError


def texts(updates: list[dict]) -> list[str]:
    return [update["message"]["text"] for update in updates if "text" in update.get("message", {})]


async def test_the_bot_hears_that_it_was_added(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    group = await client.group("Neighbours", [ana])
    standing, added = await api.updates()
    assert standing["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [user["is_bot"] for user in added["message"]["new_chat_members"]] == [True]
    assert added["message"]["chat"] == {"id": group.id, "type": "group", "title": "Neighbours"}
    assert group.id < 0
    assert await api.ok("getChatMemberCount", chat_id=group.id) == 2


async def test_privacy_mode_hides_what_is_not_meant_for_the_bot(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    group = await client.group("Neighbours", [ana])
    sent = await api.ok("sendMessage", chat_id=group.id, text="Hello all")
    mine = (await ana.messages(chat=group))[-1]
    assert mine.id == sent["message_id"]
    for text in ("among us", "@sandbox_bot hi", "/ask@other_bot x", "/ask x", "/ask@Sandbox_Bot y"):
        await ana.send(text, chat=group)
    await ana.send("an answer to it", chat=group, reply_to=mine)
    assert texts(await api.updates()) == ["/ask x", "/ask@Sandbox_Bot y", "an answer to it"]


@pytest.mark.parametrize("how", ["privacy off", "administrator"])
async def test_without_privacy_it_hears_all(api: Api, client: Client, how: str) -> None:
    ana = await client.person("Ana")
    group = await client.group("Neighbours", [ana])
    if how == "administrator":
        await group.promote_bot()
    else:
        assert (await client.bot(privacy=False))["can_read_all_group_messages"]
    await ana.send("among us", chat=group)
    assert texts(await api.updates()) == ["among us"]


async def test_removed_it_can_do_nothing_there(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    group = await client.group("Neighbours", [ana], supergroup=True)
    await group.remove_bot()
    assert (await api.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await api.error("sendMessage", chat_id=group.id, text="?") == (
        "403 Forbidden: bot was kicked from the supergroup chat"
    )
    await group.add_bot()
    await api.ok("leaveChat", chat_id=group.id)
    assert await api.error("sendMessage", chat_id=group.id, text="?") == (
        "403 Forbidden: bot is not a member of the supergroup chat"
    )


async def test_somebody_met_only_in_a_group_cannot_be_written_to(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await client.group("Neighbours", [ana])
    assert await api.error("sendMessage", chat_id=ana.id, text="psst") == (
        "403 Forbidden: bot can't initiate conversation with a user"
    )


async def test_topics_carry_their_number_and_wrong_ones_are_refused(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    group = await client.group("Forum", [ana], forum=True)
    topic = await group.open_topic("Privacy")
    await ana.send("/ask in the topic", chat=group, topic=topic)
    heard = (await api.updates())[-1]["message"]
    assert (heard["message_thread_id"], heard["is_topic_message"], heard["chat"]["is_forum"]) == (topic, True, True)
    assert "forum_topic_created" in heard["reply_to_message"]
    answer = await api.ok("sendMessage", chat_id=group.id, text="here", message_thread_id=topic)
    assert answer["message_thread_id"] == topic
    assert "message thread not found" in await api.error("sendMessage", chat_id=group.id, text="x", message_thread_id=1)
    await group.close_topic(topic)
    assert "TOPIC_CLOSED" in await api.error("sendMessage", chat_id=group.id, text="x", message_thread_id=topic)
    with pytest.raises(RefusedError, match="no such open topic"):
        await ana.send("late", chat=group, topic=topic)


async def test_a_group_that_becomes_a_supergroup_tells_both_ways(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    old = await client.group("Neighbours", [ana])
    new = await old.migrate()
    leaving, arriving = [update["message"] for update in (await api.updates())[-2:]]
    assert (leaving["chat"]["id"], leaving["migrate_to_chat_id"]) == (old.id, new.id)
    assert (arriving["chat"]["id"], arriving["migrate_from_chat_id"]) == (new.id, old.id)
    body = await api.call("sendMessage", chat_id=old.id, text="?")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new.id}
    await api.ok("sendMessage", chat_id=new.id, text="!")
    await ana.send("/ask there", chat=new)
    with pytest.raises(RefusedError, match="became the supergroup"):
        await ana.send("here", chat=old)


async def test_a_bot_deletes_others_messages_only_as_administrator(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    group = await client.group("Neighbours", [ana])
    sent = await ana.send("/ask", chat=group)
    where = {"chat_id": group.id, "message_id": sent.id}
    assert "message can't be deleted" in await api.error("deleteMessage", **where)
    await group.promote_bot()
    await api.ok("deleteMessage", **where)
    assert "message to delete not found" in await api.error("deleteMessage", **where)
