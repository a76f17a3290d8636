"""The real bot on a local Bot API, in each of the four ways to run it; and what two runs of a scenario are compared by."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.dialogue.brain import Brain
from bot.sandbox.client import Client, Group, Message, User
from bot.sandbox.server import Sandbox, running
from bot.sandbox.webhook import Backoff
from bot.service.pacing import Allowance, ChatPace
from bot.settings import Settings

IN_A_HURRY = Allowance(100, 0.01)  # how fast a chat may be sent to is the service's business, and tested there
SECRET = "a-secret-for-the-contract-suite"
USERNAME = "oponte_bot"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to run the bot."""

    framework: str
    transport: str

    def __str__(self) -> str:
        return f"{self.framework}-{self.transport}"


WAYS = tuple(Way(framework, transport) for framework in ("aiogram", "ptb") for transport in ("polling", "webhook"))


@dataclass(kw_only=True)
class Stage:
    """A sandbox, the bot on it, and who was there."""

    way: Way
    sandbox: Sandbox
    client: Client
    settings: Settings
    brain: Brain
    people: list[User] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    async def person(self, name: str = "Ana", language: str | None = "es") -> User:
        """Somebody who has written to the bot already, so that what follows is not their first contact."""
        user = await self.client.person(name, language=language)
        self.people.append(user)
        return user

    async def group(self, *members: User, **kind: Any) -> Group:
        """A group with the bot in it."""
        group = await self.client.group("Vecinos", list(members), **kind)
        self.groups.append(group)
        return group

    async def start(self, way: Way | None = None) -> None:
        """Starts the bot, perhaps another way than before, and waits until it hears."""
        self.way = way or self.way
        self._stop = asyncio.Event()
        settings = _settings(self.way, self.sandbox, self.settings.database_url)
        hooked = self.way.transport == "webhook"
        self._task = asyncio.create_task(app.run(settings, self._stop, self.brain, hooked=hooked))
        listening = asyncio.create_task(self.client.listening(timeout=30))
        await asyncio.wait({listening, self._task}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            listening.cancel()
            self._task.result()
        await listening

    async def stop(self) -> None:
        """Lets the bot finish what it has begun."""
        self._stop.set()
        if self._task is not None:
            await self._task

    async def kill(self) -> None:
        """Ends the bot in the middle of whatever it does."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def told(self, *, turns: bool = True) -> dict[str, list[Any]]:
        """Everything that stands in the chats, or only what the bot said, comparable between runs."""
        chats = {user.name: await user.messages() for user in self.people}
        chats |= {group.title: await self.people[0].messages(chat=group) for group in self.groups}
        return {
            name: [comparable(each) for each in messages if turns or each.by_bot] for name, messages in chats.items()
        }


def comparable(message: Message) -> Any:
    """A message without ids and times."""
    buttons = [[(each.label, each.data, each.url, each.copies) for each in row] for row in message.buttons]
    service = sorted(key for key in message.raw if key.endswith(("_created", "_members", "_member", "_id")))
    return (
        message.author if not message.by_bot else "bot",
        message.text,
        message.entities,
        buttons,
        message.media,
        message.edited,
        message.topic is not None,
        message.reply_to is not None,
        service,
    )


def _settings(way: Way, sandbox: Sandbox, database: str) -> Settings:
    hooked = way.transport == "webhook"
    port = free_port() if hooked else None
    return Settings(
        bot_token=sandbox.token,
        bot_framework=way.framework,
        bot_api_url=sandbox.api_url,
        database_url=database,
        webhook_url=f"http://127.0.0.1:{port}/telegram" if hooked else None,
        webhook_secret=SECRET if hooked else None,
        port=port,
        log_level="DEBUG",
    )


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def staged(way: Way, brain: Brain, database: Path, *, begin: bool = True) -> AsyncIterator[Stage]:
    """A stage with the bot running on it, on a copy of an empty database."""
    own = database.with_name(f"{way}-{free_port()}.db")
    shutil.copy(database, own)
    async with AsyncExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr("bot.service.deliver.ChatPace", partial(ChatPace, IN_A_HURRY, IN_A_HURRY))
        backoff = Backoff(first=0.05, longest=0.2)
        sandbox = await stack.enter_async_context(running(username=USERNAME, name="Oponte", backoff=backoff))
        client = await stack.enter_async_context(Client(sandbox.url))
        await client.bot(inline=True)
        settings = _settings(way, sandbox, f"sqlite+aiosqlite:///{own}")
        stage = Stage(way=way, sandbox=sandbox, client=client, settings=settings, brain=brain)
        if begin:
            await stage.start()
        try:
            yield stage
        finally:
            await stage.stop()


Scenario = Callable[[Stage], Awaitable[None]]


async def same_everywhere(stages: list[Stage], scenario: Scenario, *, turns: bool = True) -> None:
    """Plays a scenario in the four ways at once; what people see must be the same to the letter.

    Without `turns` only what the bot said is compared: somebody who does not wait for answers gets them when they come.
    """
    for stage in stages:
        stage.people.clear()
        stage.groups.clear()
    await asyncio.gather(*(scenario(stage) for stage in stages))
    first, *others = [await stage.told(turns=turns) for stage in stages]
    for stage, told in zip(stages[1:], others, strict=True):
        assert told == first, f"{stage.way} differs from {stages[0].way}"


def refusals(calls: Iterator[Any] | list[Any]) -> set[str]:
    """What the Bot API answered no to."""
    return {
        f"{call.method}: {call.answer['description']}"
        for call in calls
        if call.method != "webhook" and call.status != 200
    }
