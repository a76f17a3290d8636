"""What the bot tells about itself, and who reads which of it."""

from bareapi import Api

from bot.sandbox.client import Client


def command(name: str) -> dict[str, str]:
    return {"command": name, "description": f"What {name} does"}


async def test_the_menu_is_the_narrowest_list_in_the_own_language(api: Api, client: Client) -> None:
    ana, ben = await client.person("Ana", language="es-419"), await client.person("Ben", language="de")
    await ana.start()
    await api.ok("setMyCommands", commands=[command("help")])
    await api.ok("setMyCommands", commands=[command("ayuda")], language_code="es")
    assert list(await ana.commands()) == ["ayuda"]
    assert list(await ben.commands()) == ["help"]
    await api.ok("setMyCommands", commands=[command("private")], scope={"type": "all_private_chats"})
    assert list(await ana.commands()) == ["private"], "a narrower scope goes before the language"
    await api.ok("setMyCommands", commands=[command("own")], scope={"type": "chat", "chat_id": ana.id})
    assert list(await ana.commands()) == ["own"]
    await api.ok("deleteMyCommands", scope={"type": "chat", "chat_id": ana.id})
    assert list(await ana.commands()) == ["private"]
    assert [item["command"] for item in await api.ok("getMyCommands", language_code="es")] == ["ayuda"]
    assert await api.ok("getMyCommands", language_code="fr") == []


async def test_in_groups_administrators_may_have_a_menu_of_their_own(api: Api, client: Client) -> None:
    ana, ben = await client.person("Ana"), await client.person("Ben")
    group = await client.group("Neighbours", [ana, ben])
    await api.ok("setMyCommands", commands=[command("ask")], scope={"type": "all_group_chats"})
    await api.ok("setMyCommands", commands=[command("lead")], scope={"type": "all_chat_administrators"})
    assert (list(await ana.commands(chat=group)), list(await ben.commands(chat=group))) == (["lead"], ["ask"])
    one = {"type": "chat_member", "chat_id": group.id, "user_id": ben.id}
    await api.ok("setMyCommands", commands=[command("ben")], scope=one)
    assert list(await ben.commands(chat=group)) == ["ben"]


async def test_wrong_commands_are_refused(api: Api) -> None:
    assert "BOT_COMMAND_INVALID" in await api.error("setMyCommands", commands=[command("Ayuda")])
    assert "BOT_COMMANDS_TOO_MUCH" in await api.error(
        "setMyCommands", commands=[command(f"c{number}") for number in range(101)]
    )
    assert "BOT_COMMAND_DESCRIPTION_INVALID" in await api.error(
        "setMyCommands", commands=[{"command": "a", "description": "x" * 257}]
    )
    assert "can't parse BotCommand: Can't find field" in await api.error("setMyCommands", commands=[{"command": "a"}])
    assert "LANG_CODE_INVALID" in await api.error("setMyCommands", commands=[command("a")], language_code="es-419")
    assert "chat not found" in await api.error(
        "setMyCommands", commands=[command("a")], scope={"type": "chat", "chat_id": 5}
    )
    assert "does not emulate BotCommandScope of type planet" in await api.error(
        "setMyCommands", commands=[command("a")], scope={"type": "planet"}
    )


async def test_names_and_descriptions_fall_back_to_those_for_everybody(api: Api, client: Client) -> None:
    await client.person("Ana", language="es")
    await api.ok("setMyDescription", description="Ask me")
    await api.ok("setMyDescription", description="Pregúntame", language_code="es")
    await api.ok("setMyName", name="Oponte")
    assert (await api.ok("getMyDescription", language_code="fr"))["description"] == "Ask me"
    profile = (await client.state())["profile"]
    assert (profile["es"]["description"], profile[""]["description"]) == ("Pregúntame", "Ask me")
    assert profile["es"]["name"] == "Oponte"
    assert "TOO_LONG" in await api.error("setMyDescription", description="x" * 513)
    assert "TOO_LONG" in await api.error("setMyShortDescription", short_description="x" * 121)
    assert "TOO_LONG" in await api.error("setMyName", name="x" * 65)
