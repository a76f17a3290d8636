"""The profile is compared first, changed only where it differs, and never in the way of the start."""

from typing import Any

from telegram_doubles import Catalogs, ScriptedApi

from bot.dialogue.step import _COMMANDS
from bot.platforms.telegram.api import Done, Refused
from bot.platforms.telegram.profile import COMMANDS, keep_in_step, menu, settings


def _as_it_should_be(api: ScriptedApi, say: Catalogs) -> None:
    for setting in settings(say):
        api.will(setting.getter, Done(setting.wanted))


async def test_a_profile_that_is_right_is_left_alone(say: Catalogs) -> None:
    api = ScriptedApi()
    _as_it_should_be(api, say)
    assert await keep_in_step(api, say) == 0
    assert not [method for method in api.methods() if method.startswith("set")]


async def test_only_what_differs_is_changed(say: Catalogs) -> None:
    api = ScriptedApi()
    wanted = settings(say)
    for setting in wanted:
        different = setting.setter == "setMyDescription" and setting.code == "es"
        api.will(setting.getter, Done({"description": "old"} if different else setting.wanted))
    assert await keep_in_step(api, say) == 1
    changed = [(method, fields) for method, fields in api.calls if method.startswith("set")]
    assert [(method, fields["language_code"]) for method, fields in changed] == [("setMyDescription", "es")]


async def test_a_refusal_does_not_keep_the_rest_from_being_set(say: Catalogs) -> None:
    api = ScriptedApi()
    api.will("setMyName", *[Refused(code=429, reason="Too Many Requests", retry_after=86_000.0)] * 3)
    assert await keep_in_step(api, say) == 9


def test_the_menus_fit_and_name_commands_that_exist(say: Catalogs) -> None:
    known = {*_COMMANDS, "language", "sources", "stop"}
    for language in say.values():
        listed = menu(language)
        assert [each["command"] for each in listed] == list(COMMANDS)
        assert {each["command"] for each in listed} <= known
        assert all(1 <= len(each["description"]) <= 256 for each in listed)


def test_names_and_descriptions_fit(say: Catalogs) -> None:
    limits = {"name": 64, "description": 512, "short_description": 120}
    for setting in settings(say):
        wanted: Any = setting.wanted
        if isinstance(wanted, dict):
            assert all(1 <= len(text) <= limits[field] for field, text in wanted.items())
