"""The life of a chat, and what people press and send that no tutorial thinks of; the same in all four ways.

docs/platforms.md explains ids such as u5 in the names.
"""

import asyncio
import re

import pytest
from telegram_stage import Stage, same_everywhere

from bot.sandbox.client import Message, User

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def opened_guide(user: User) -> Message:
    """The second step of the Instagram guide."""
    await user.send("how do I object on Instagram?")
    guide = await user.expect("Step 1 of")
    await user.press(guide.labels[0])
    return await user.expect("Step 2 of")


async def test_u13_a_person_who_blocks_and_comes_back_is_greeted_once(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.start()
        await ana.expect("Oponte")
        await ana.block()
        await ana.unblock()
        await ana.start()
        await ana.expect("Oponte")
        await stage.client.settled()
        said = [each for each in await ana.messages() if each.by_bot]
        assert len(said) == 2

    await same_everywhere(stages, scenario)


async def test_u13_an_answer_to_somebody_who_has_just_blocked_troubles_nobody_else(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana, ben = await stage.person(), await stage.person("Ben", "en")
        await stage.client.fault("sendMessage", "forbidden", chat=ana.id)
        await ana.send("¿es tarde?")
        await ben.send("is it too late?")
        await ben.expect("not too late")
        await stage.client.settled()

    await same_everywhere(stages, scenario)


async def test_o8_a_group_that_becomes_a_supergroup_keeps_its_thread_of_talk(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        group = await stage.group(ana)
        await ana.send("/ask ¿usan mis mensajes privados?", chat=group)
        await ana.expect("según Meta", chat=group)
        moved = await group.migrate()
        stage.groups[:] = [moved]
        await stage.client.settled()
        await ana.send("/ask ¿quién lo dice?", chat=moved)
        await ana.expect("Fuentes", chat=moved)

    await same_everywhere(stages, scenario)


async def test_a_group_greets_and_removal_ends_it_quietly(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        group = await stage.group(ana)
        await ana.expect("Oponte", chat=group)
        await group.remove_bot()
        await stage.client.settled()
        await group.add_bot()
        await ana.expect("Oponte", chat=group)

    await same_everywhere(stages, scenario)


async def test_u5_a_double_tap_ends_well(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        step = await opened_guide(ben)
        await asyncio.gather(ben.press("Next ›", on=step), ben.press("Next ›", on=step))
        await stage.client.settled()
        await ben.send("where were we")
        await ben.expect("Step 3 of")

    await same_everywhere(stages, scenario)


async def test_u6_a_button_on_a_message_out_of_reach_brings_a_new_one(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        step = await opened_guide(ben)
        await stage.client.forget(step)
        await ben.press("Next ›", on=step)
        anew = await ben.expect("Step 3 of")
        assert anew.id != step.id

    await same_everywhere(stages, scenario)


@pytest.mark.parametrize(
    "data", ["", ":", "t:", "t:no-such", "g:object-instagram:link:999", "g:x:y:z", "zzz", "t:" + "ñ" * 31, "forget:"]
)
async def test_u7_a_forged_or_old_button_is_answered_and_offers_a_way_on(stages: list[Stage], data: str) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        await ben.send("is it too late?")
        answer = await ben.expect("not too late")
        await ben.press_data(data, on=answer)
        await ben.expect(re.compile("."))

    await same_everywhere(stages, scenario)


async def test_u4_a_press_that_waited_too_long_is_still_done(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        step = await opened_guide(ben)
        old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
        await stage.client.fault("answerCallbackQuery", "bad_request", description=old)
        await ben.press("Next ›", on=step, wait=False)
        await ben.expect("Step 3 of")

    # One stage after the other: a fault hits whichever press comes next.
    await same_everywhere(stages, scenario)


async def test_o1_two_quick_messages_are_answered_in_order(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        await ben.send("how do I object on Instagram?")
        await ben.send("next")
        await ben.send("next")
        await ben.expect("Step 3 of")
        await stage.client.settled()

    await same_everywhere(stages, scenario)


async def test_o4_a_text_and_a_press_at_the_same_time_both_count(stages: list[Stage]) -> None:
    for stage in stages:  # which comes first is the network's choice, so the words may differ
        ben = await stage.person("Ben", "en")
        step = await opened_guide(ben)
        await asyncio.gather(ben.press("Next ›", on=step), ben.send("is it too late?"))
        await stage.client.settled()
        await ben.send("where were we")
        await ben.expect("Step 3 of")
        assert any("not too late" in each.text for each in await ben.messages())


async def test_o9_start_in_the_middle_of_a_guide_offers_to_go_on(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ben = await stage.person("Ben", "en")
        await opened_guide(ben)
        await ben.start()
        await ben.expect("You have a guide open")
        await ben.press("Go on with the guide")
        await ben.expect("Step 2 of")

    await same_everywhere(stages, scenario)


@pytest.mark.parametrize("payload", ["a", "%", "=", "\u202e", "x" * 500, "guide_", "topic__es", "_", "letter_xx"])
async def test_d6_any_start_payload_starts(stages: list[Stage], payload: str) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.send(f"/start {payload}")
        await ana.expect(re.compile("."))

    await same_everywhere(stages, scenario)


async def test_u10_a_text_full_of_markup_is_only_text(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person("<b>&*_`[", "es")
        await ana.send("<b>¿es tarde? *_`[x](y)</i> &amp;")
        await ana.expect(re.compile("."))

    await same_everywhere(stages, scenario)


async def test_a_flood_of_pictures_gets_one_kind_reply_then_silence(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        for _ in range(10):
            await ana.send_photo()
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        said = [each.text for each in await ana.messages() if each.by_bot]
        assert sum("fotos" in text for text in said) == 1

    await same_everywhere(stages, scenario, turns=False)


async def test_a_flood_of_commands_gets_one_kind_reply_then_silence(
    stages: list[Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dialogue.flood.MOST", 4)  # twenty answers to one chat take twenty seconds

    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        for _ in range(15):
            await ana.send("/help")
        assert await stage.client.settled()
        await ana.expect("Me quedo un minuto en silencio")
        assert len([each for each in await ana.messages() if each.by_bot]) == 5

    await same_everywhere(stages, scenario, turns=False)
