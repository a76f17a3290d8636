"""The profile is compared first, changed only where it differs, and never in the way of the start."""

from typing import Any

from telegram_doubles import ScriptedApi

from bot.dialogue.brain import Brain
from bot.dialogue.step import _COMMANDS
from bot.platforms.telegram.api import Done, Refused
from bot.platforms.telegram.profile import COMMANDS, keep_in_step, menu, settings


def _as_it_should_be(api: ScriptedApi, brain: Brain) -> None:
    for setting in settings(brain.words):
        api.will(setting.getter, Done(setting.wanted))


async def test_a_profile_that_is_right_is_left_alone(brain: Brain) -> None:
    api = ScriptedApi()
    _as_it_should_be(api, brain)
    assert await keep_in_step(api, brain.words) == 0
    assert not [method for method in api.methods() if method.startswith("set")]


async def test_only_what_differs_is_changed(brain: Brain) -> None:
    api = ScriptedApi()
    wanted = settings(brain.words)
    for setting in wanted:
        different = setting.setter == "setMyDescription" and setting.code == "es"
        api.will(setting.getter, Done({"description": "old"} if different else setting.wanted))
    assert await keep_in_step(api, brain.words) == 1
    changed = [(method, fields) for method, fields in api.calls if method.startswith("set")]
    assert [(method, fields["language_code"]) for method, fields in changed] == [("setMyDescription", "es")]


async def test_a_refusal_does_not_keep_the_rest_from_being_set(brain: Brain) -> None:
    api = ScriptedApi()
    api.will("setMyName", *[Refused(code=429, reason="Too Many Requests", retry_after=86_000.0)] * 3)
    assert await keep_in_step(api, brain.words) == 9


def test_the_menus_fit_and_name_commands_that_exist(brain: Brain) -> None:
    known = {*_COMMANDS, "language", "sources", "stop"}
    for say in brain.words.values():
        listed = menu(say)
        assert [each["command"] for each in listed] == list(COMMANDS)
        assert {each["command"] for each in listed} <= known
        assert all(1 <= len(each["description"]) <= 256 for each in listed)


def test_names_and_descriptions_fit(brain: Brain) -> None:
    limits = {"name": 64, "description": 512, "short_description": 120}
    for setting in settings(brain.words):
        wanted: Any = setting.wanted
        if isinstance(wanted, dict):
            assert all(1 <= len(text) <= limits[field] for field, text in wanted.items())
