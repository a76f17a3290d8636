"""What people see of the bot before they write: command menus, name, descriptions; kept in step, in both languages.

Everything is compared first and changed only where it differs, for Telegram allows few changes a day. Nothing here may
keep the bot from starting: a refusal is logged, and the next start tries again.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.brain import Words
from bot.knowledge.model import Language
from bot.platforms.telegram.api import Answer, Api, Done

logger = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "ask",
    "object",
    "guides",
    "letter",
    "language",
    "sources",
    "privacy",
    "mydata",
    "forget",
    "help",
    "stop",
)
CODES: tuple[tuple[str, Language], ...] = (("", "en"), ("en", "en"), ("es", "es"))  # "" is everybody else


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """One thing to keep in step: what getX must answer in `wanted`, and what setX is told otherwise."""

    getter: str
    setter: str
    code: str
    wanted: Mapping[str, Any] | list[dict[str, str]]
    told: Mapping[str, Any]


def menu(say: Words) -> list[dict[str, str]]:
    """The command menu in one language."""
    described = {
        "start": say.gettext("command.start"),
        "ask": say.gettext("command.ask"),
        "object": say.gettext("command.object"),
        "guides": say.gettext("command.guides"),
        "letter": say.gettext("command.letter"),
        "language": say.gettext("command.language"),
        "sources": say.gettext("command.sources"),
        "privacy": say.gettext("command.privacy"),
        "mydata": say.gettext("command.mydata"),
        "forget": say.gettext("command.forget"),
        "help": say.gettext("command.help"),
        "stop": say.gettext("command.stop"),
    }
    return [{"command": name, "description": described[name]} for name in COMMANDS]


def settings(words: Mapping[Language, Words]) -> list[Setting]:
    """Everything of the profile, everybody's first."""
    wanted: list[Setting] = []
    for code, language in CODES:
        say = words[language]
        for getter, setter, field, value in (
            ("getMyName", "setMyName", "name", say.gettext("profile.name")),
            ("getMyDescription", "setMyDescription", "description", say.gettext("profile.about")),
            (
                "getMyShortDescription",
                "setMyShortDescription",
                "short_description",
                say.gettext("profile.short"),
            ),
        ):
            wanted.append(Setting(getter=getter, setter=setter, code=code, wanted={field: value}, told={field: value}))
        listed = menu(say)
        wanted.append(
            Setting(getter="getMyCommands", setter="setMyCommands", code=code, wanted=listed, told={"commands": listed})
        )
    return wanted


async def keep_in_step(api: Api, words: Mapping[Language, Words]) -> int:
    """Changes what differs; returns how many things were changed. Never raises for an answer of Telegram's."""
    changed = 0
    for setting in settings(words):
        language = {"language_code": setting.code} if setting.code else {}
        found = await api.call(setting.getter, language)
        match found:
            case Done(result) if result == setting.wanted:
                continue
            case Done():
                if _worked(setting.setter, await api.call(setting.setter, {**setting.told, **language})):
                    changed += 1
            case _:
                _worked(setting.getter, found)
    logger.info("action=profile-checked changed=%d", changed)
    return changed


def _worked(method: str, answer: Answer) -> bool:
    if isinstance(answer, Done):
        return True
    logger.warning("action=profile-refused method=%s reason=%s", method, answer.reason)
    return False
