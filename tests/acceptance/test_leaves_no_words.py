"""What people say leaves no trace: not in the log at its most talkative, not in any file of the database, not after a kill."""

from pathlib import Path

import pytest
from chaos import Bot

from bot.sandbox.client import Client
from bot.sandbox.server import running
from bot.storage.schema import upgrade

WORDS = (
    "zarzamora", "quebrantahuesos", "petrichor", "wolframite", "xilófono", "gossamer", "Ermenegilda", "Quisquilla", "ermeqq99",
)  # fmt: skip


def traces(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Files with one of the words in them, in any spelling of case."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            texts = (content.decode("utf-8", "replace").casefold(), content.decode("utf-16-le", "replace").casefold())
            found += [f"{file.name}: {word}" for word in words if any(word.casefold() in text for text in texts)]
    return found


@pytest.mark.parametrize("framework", ["aiogram", "ptb"])
async def test_a_dialogue_leaves_no_words_behind(root: Path, tmp_path: Path, framework: str) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/oponte.db"
    await upgrade(url)
    async with running() as sandbox, Client(sandbox.url) as client:
        await client.bot(inline=True)
        ana = await client.person("Ermenegilda", language="es", last_name="Quisquilla", username="ermeqq99")
        bot = Bot(sandbox, root, tmp_path / "log", url, LOG_LEVEL="DEBUG", BOT_FRAMEWORK=framework)
        await bot.start()
        try:
            await client.listening(timeout=60)
            await ana.start()
            await ana.expect("Oponte")
            asked = await ana.send("¿Usa Meta mis fotos de zarzamora y quebrantahuesos?")
            await ana.expect()
            await ana.edit(asked, "¿Usa Meta mis mensajes con petrichor?")
            await ana.expect()
            await ana.send("wolframite wolframite")
            await ana.expect()
            await ana.send_photo("mira mi xilófono")
            await ana.expect()
            await ana.send("/start gossamer")
            await ana.expect()
            await ana.inline("gossamer privacidad")
            await ana.send("/mydata")
            shown = await ana.expect()
            assert not [word for word in WORDS if word.casefold() in shown.text.casefold()]
            await ana.send("/forget")
            await ana.expect()
            assert await client.settled()
            running_traces = traces(tmp_path, (*WORDS, sandbox.token))
        finally:
            await bot.kill()
        assert (tmp_path / "log").read_text("utf-8"), "the log was on"
        assert running_traces == []
        assert traces(tmp_path, (*WORDS, sandbox.token)) == []
