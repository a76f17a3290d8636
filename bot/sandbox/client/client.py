"""The door to a running sandbox for a test: makes people and groups, orders faults, reads the traffic."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

import aiohttp

from bot.sandbox.client.people import Group, User
from bot.sandbox.client.views import Call, Json, Message, call_of
from bot.sandbox.client.wire import SilenceError, Wire


class Client:
    """`async with Client(url) as client: user = await client.person("Ana", language="es")`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: aiohttp.ClientSession | None = None
        self._open: Wire | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=90), trust_env=False)
        self._open = Wire(self._url, self._session)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    @property
    def _wire(self) -> Wire:
        if self._open is None:
            raise RuntimeError("Use the client inside `async with`.")
        return self._open

    async def person(
        self,
        name: str,
        *,
        language: str | None = None,
        username: str | None = None,
        last_name: str | None = None,
        id: int | None = None,  # noqa: A002  Telegram's own name
    ) -> User:
        """Somebody new, who has not started the bot yet."""
        fields = {"name": name, "language": language, "username": username, "last_name": last_name, "id": id}
        made = await self._wire.post("people", **fields)
        return User(self._wire, made["person"], made["before"])

    async def group(
        self,
        title: str,
        members: Sequence[User],
        *,
        supergroup: bool = False,
        forum: bool = False,
        with_bot: bool = True,
    ) -> Group:
        """A new group; its first member owns it and adds the bot."""
        ids = [member.id for member in members]
        made = await self._wire.post(
            "groups", title=title, members=ids, supergroup=supergroup, forum=forum, with_bot=with_bot
        )
        return Group(self._wire, made["chat"]["id"], title)

    async def bot(
        self, *, privacy: bool | None = None, inline: bool | None = None, inline_feedback: bool | None = None
    ) -> Json:
        """Changes what the bot's owner settles with Telegram beforehand; returns getMe."""
        fields = {"privacy": privacy, "inline": inline, "inline_feedback": inline_feedback}
        me: Json = (await self._wire.post("bot", **fields))["bot"]
        return me

    async def fault(
        self,
        method: str,
        kind: str,
        times: int = 1,
        *,
        after: int = 0,
        chat: int | None = None,
        retry_after: int = 1,
        code: int = 500,
        description: str = "",
        seconds: float = 0.0,
    ) -> None:
        """The next `times` calls of `method` ("*": any) fail, after `after` that pass. Kinds: see FaultKind."""
        await self._wire.post(
            "faults",
            method=method,
            kind=kind,
            times=times,
            after=after,
            chat=chat,
            retry_after=retry_after,
            code=code,
            description=description,
            seconds=seconds,
        )

    async def clear_faults(self) -> None:
        """Ends all trouble."""
        await self._wire.delete("faults")

    async def advance(self, seconds: float) -> None:
        """Lets time pass on Telegram's clock: presses and updates grow old."""
        await self._wire.post("clock", advance=seconds)

    async def forget(self, message: Message) -> None:
        """Makes a message too old for the bot to edit; its presses carry an inaccessible message."""
        await self._wire.post("forget", chat=message.chat, message=message.id)

    async def listening(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109  handed on to the server
        """Waits until a bot polls or has set a webhook."""
        state = await self.state()
        if state["listening"]:
            return
        came = await self._wire.first_event(state["last"], lambda event: bool(event["kind"] == "listening"), timeout)
        if came is None:
            raise SilenceError(f"No bot began to listen in {timeout:g} s.")

    async def settled(self, timeout: float = 10.0) -> bool:  # noqa: ASYNC109  handed on to the server
        """Waits until the bot has confirmed every update; False when it has not in time."""
        done: bool = (await self._wire.get("settled", wait=timeout))["settled"]
        return done

    async def calls(self, method: str | None = None, *, after: int = 0) -> list[Call]:
        """The raw Bot API traffic: what the bot asked and got, oldest first."""
        raw = (await self._wire.get("traffic", method=method, after=after))["calls"]
        return [call_of(call) for call in raw]

    async def expect_call(self, method: str, *, after: int = 0, timeout: float = 10.0) -> Call:  # noqa: ASYNC109
        """The first call of a method after a number, waiting for it."""
        while True:
            raw = await self._wire.get("traffic", method=method, after=after)
            if raw["calls"]:
                return call_of(raw["calls"][0])
            event = await self._wire.first_event(raw["last"], lambda event: bool(event["kind"] == "call"), timeout)
            if event is None:
                raise SilenceError(f"The bot did not call {method} in {timeout:g} s.")

    async def state(self) -> Json:
        """The whole picture: bot, profile, people, chats."""
        return await self._wire.get("state")
