"""What people do with the bot on Telegram, the same to the letter through both frameworks and both transports."""

import re

import pytest
from telegram_stage import USERNAME, Stage, same_everywhere

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_question_its_details_and_its_sources(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.start()
        hello = await ana.expect("Hola, soy Oponte")
        assert "Hablar en inglés" in hello.labels or "Speak English" in hello.labels
        await ana.send("¿Meta usa mis mensajes privados?")
        answer = await ana.expect("según Meta")
        assert any(entity["type"] == "bold" for entity in answer.entities)
        await ana.press("Cuéntame más")
        assert (await ana.expect("mensajes privados")).id == answer.id
        await ana.press("Fuentes")
        sources = await ana.expect("Fuentes")
        assert sources.id == answer.id
        assert any(entity["type"] == "text_link" for entity in sources.entities)
        sent = await stage.client.calls("sendMessage")
        assert all(call.params["link_preview_options"] for call in sent)

    await same_everywhere(stages, scenario)


async def test_a_guide_is_one_message_with_progress_and_bears_a_question_in_between(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        await ben.send("how do I object on Instagram?")
        guide = await ben.expect("Step 1 of")
        await ben.press(guide.labels[0])
        step = await ben.expect("Step 2 of")
        assert step.id == guide.id
        assert "●●○" in step.text
        await ben.press("I can’t find it")
        assert (await ben.expect(re.compile(r"."))).id == guide.id
        await ben.press("Show the step")
        await ben.expect("Step 2 of")
        await ben.send("is it too late?")
        answer = await ben.expect("not too late")
        back = next(label for label in answer.labels if label.startswith("Back to"))
        await ben.press(back)
        again = await ben.expect("Step 2 of")
        await ben.press("Next ›", on=again)
        assert (await ben.expect("Step 3 of")).id == again.id

    await same_everywhere(stages, scenario)


async def test_a_letter_comes_as_a_block_to_copy_and_as_a_file(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.send("/letter")
        menu = await ana.expect()
        await ana.press(menu.labels[0])
        asked = await ana.expect()
        await ana.press(asked.labels[0])
        block = await ana.expect("[")
        assert [entity["type"] for entity in block.entities] == ["pre"]
        file = await ana.expect("archivo")
        assert file.media == "document"
        assert file.raw["document"]["file_name"].endswith(".txt")
        assert file.labels

    await same_everywhere(stages, scenario)


async def test_deep_links_lead_where_they_say(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        for number, (payload, expected) in enumerate(
            [
                ("topic_private-messages_es", "mensajes"),
                ("guide_object-instagram_en", "Step 1 of"),
                ("letter_es", "carta"),
                ("topic_no-such-thing", "Oponte"),
                ("0", "Oponte"),
            ]
        ):
            person = await stage.person(f"P{number}", "es")
            await person.start(payload)
            await person.expect(expected)

    await same_everywhere(stages, scenario)


async def test_what_is_not_text_gets_a_kind_sentence_and_a_caption_an_answer(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        for name, act, expected in (
            ("Voz", "send_voice", "mensajes de voz"),
            ("Pegatina", "send_sticker", "Solo puedo leer texto"),
            ("Foto", "send_photo", "fotos"),
        ):
            person = await stage.person(name)
            await getattr(person, act)()
            await person.expect(expected)
        ana = await stage.person()
        await ana.send_photo("¿es tarde para oponerme?")
        await ana.expect("No, no es tarde")
        await ana.send_document("carta.pdf", b"%PDF", caption="¿usan mis mensajes privados?")
        await ana.expect("según Meta")

    await same_everywhere(stages, scenario)


async def test_the_language_is_chosen_and_the_menu_follows_u14(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person("Ana", "en")
        await ana.send("/language")
        choice = await ana.expect()
        await ana.press("Español")
        assert (await ana.expect("español")).id == choice.id
        await stage.client.expect_call("setMyCommands")
        await stage.client.settled()
        await ana.send("/help")
        await ana.expect("Pregúntame")
        assert (await ana.commands())["help"] == "Qué puedo hacer"

    await same_everywhere(stages, scenario)


async def test_what_is_stored_is_shown_and_forgotten(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        await ana.send("/mydata")
        shown = await ana.expect("")
        file = shown if shown.media else await ana.expect("")
        assert file.media == "document"
        assert file.raw["document"]["file_name"] == "oponte.json"
        await ana.send("/forget")
        await ana.expect("¿Borro todo")
        await ana.press("Sí, bórralo todo")
        await ana.expect("He borrado todo")

    for stage in stages:  # what is shown holds times and versions: not compared to the letter
        await scenario(stage)


async def test_an_edited_question_gets_its_answer_edited_u9(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        question = await ana.send("¿usan mis mensajes privados?")
        answer = await ana.expect("según Meta")
        await ana.press("Fuentes")  # what follows is sent only when the answer's id was written down
        await ana.expect("Fuentes:")
        await ana.edit(question, "¿es tarde para oponerme?")
        corrected = await ana.expect("No, no es tarde")
        assert corrected.id == answer.id

    await same_everywhere(stages, scenario)


async def test_inline_mode_shares_an_answer_with_its_source_and_a_way_to_the_bot(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        ben = await stage.person("Ben", "en")
        group = await stage.group(ana, ben, with_bot=False)
        assert len(await ana.inline("", chat=group)) >= 4
        results = await ana.inline("¿es tarde para oponerme?", chat=group)
        assert "tarde" in results[0].title
        shared = await ana.choose(results[0], chat=group)
        assert "Fuente" in shared.text
        (button,) = [button for row in shared.buttons for button in row]
        assert button.url == f"https://t.me/{USERNAME}?start=topic_too-late_es"
        assert "late" in (await ben.inline("is it too late?", chat=group))[0].title
        call = (await stage.client.calls("answerInlineQuery"))[-1]
        assert str(call.params["is_personal"]).lower() == "true"

    await same_everywhere(stages, scenario)


async def test_in_a_group_it_speaks_when_spoken_to_and_in_the_right_topic(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        ben = await stage.person("Ben", "en")
        group = await stage.group(ana, ben, forum=True)
        hello = await ana.expect("Oponte", chat=group)
        assert hello.topic is None
        topic = await group.open_topic("Privacidad")
        asked = await ana.send(f"/ask@{USERNAME} ¿es tarde?", chat=group, topic=topic)
        answer = await ana.expect("No, no es tarde", chat=group)
        assert (answer.topic, answer.reply_to) == (topic, asked.id)
        await ana.send("¿y mis mensajes privados?", chat=group, topic=topic, reply_to=answer)
        private = await ana.expect("según Meta", chat=group)
        assert private.topic == topic
        await ben.send("just talking to everybody", chat=group, topic=topic)
        await ben.send("/start@some_other_bot", chat=group, topic=topic)
        await ben.send(f"/object@{USERNAME}", chat=group, topic=topic)
        way = await ben.expect(re.compile("."), chat=group)
        links = [button.url for row in way.buttons for button in row if button.url]
        assert any(link.startswith(f"https://t.me/{USERNAME}?start=guide_object-instagram_") for link in links if link)

    await same_everywhere(stages, scenario)


async def test_a_mention_is_heard_where_the_group_allows_it(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        group = await stage.group(ana, supergroup=True)
        await group.promote_bot()
        await ana.send(f"@{USERNAME} ¿es tarde para oponerme?", chat=group)
        await ana.expect("No, no es tarde", chat=group)
        await ana.send("y ahora hablo con los demás", chat=group)
        await stage.client.settled()

    await same_everywhere(stages, scenario)


async def test_every_command_of_the_menu_is_answered(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        for name in ("start", "ask", "object", "guides", "letter", "language", "sources", "privacy", "help", "stop"):
            person = await stage.person(name, "en")
            await person.send(f"/{name}")
            assert (await person.expect()).text

    await same_everywhere(stages, scenario)


async def test_the_profile_stands_in_both_languages(stages: list[Stage]) -> None:
    for stage in stages:
        ana = await stage.person("Ana", "es")
        await ana.send("/help")
        await ana.expect("Pregúntame")
        assert (await ana.commands())["object"] == "Oponerte, paso a paso"
        ben = await stage.person("Ben", "de")
        await ben.send("/help")
        await ben.expect("Ask me")
        assert (await ben.commands())["object"] == "Object, step by step"
        profile = (await stage.client.state())["profile"]
        assert profile
