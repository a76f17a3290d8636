"""The same talk on the terminal and on Telegram: the words and the buttons are the engine's, not a platform's."""

import pytest
from telegram_stage import Stage

from bot.dialogue.brain import Brain
from bot.messages import Message as Said
from bot.messages import plain
from bot.platforms.console import render
from bot.platforms.session import Session
from bot.sandbox.client import Message, User

pytestmark = pytest.mark.asyncio(loop_scope="session")

TALKS = {
    "es": [
        "/start", "¿usan mis mensajes privados?", "[Cuéntame más]", "[Fuentes]", "[Respuesta corta]", "/object",
        "/help", "asdfghjkl", "/privacy", "/language", "[English]", "is it too late?",
    ],
    "en": [
        "/start", "how do I object on Instagram?", "[Direct link (quickest)]", "next", "[I can’t find it]", "back",
        "is it too late?", "where were we", "stop", "/guides", "/letter", "/stop",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", TALKS)
async def test_the_console_says_what_telegram_says(stages: list[Stage], brain: Brain, language: str) -> None:
    session = Session(brain)
    person = await stages[0].client.person("Ana", language=language)
    for line in TALKS[language]:
        pressed = line.startswith("[")
        step = session.press(line[1:-1], language) if pressed else session.write(line, language)
        told = await on_telegram(person, line, [each for each in step.messages if each.due is None])
        for message, said in zip(told, step.messages, strict=True):
            assert message.text == plain(said.text).strip(), line
            assert message.labels == tuple(button.label for button in said.buttons), line
            assert render(said), "the terminal can show it too"


async def on_telegram(person: User, line: str, expected: list[Said]) -> list[Message]:
    """Says the line, and waits for as many messages as the engine has to say."""
    if line.startswith("["):
        await person.press(line[1:-1])
    elif line == "/start":
        await person.start()
    else:
        await person.send(line)
    return [await person.expect() for _ in expected]
