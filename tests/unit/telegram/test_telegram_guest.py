"""Inside somebody else's bot: what is the host's stays the host's, and what is ours is carried through."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram_doubles import Catalogs, Listener, QuietSender, ScriptedApi, message, update

from bot.errors import StorageDown
from bot.platforms.telegram.api import Api, Me
from bot.platforms.telegram.guest import Guest
from bot.platforms.telegram.intake import Intake
from bot.platforms.telegram.running import Parts

ME = Me(id=42, username="library_bot")


class Host:
    """A guest and what it stands on."""

    def __init__(self, say: Catalogs) -> None:
        self.say = say
        self.listener = Listener()
        self.sender = QuietSender()
        self.opened = 0
        self.worked: list[str] = []
        self.guest = Guest(self._opening)

    @asynccontextmanager
    async def _opening(self, api: Api) -> AsyncIterator[Parts]:
        async def no_search(_: object) -> None: ...

        async def well() -> bool:
            return True

        async def work(settled: asyncio.Event) -> None:
            self.worked.append("begun")
            await settled.wait()
            self.worked.append("ended")

        self.opened += 1
        intake = Intake(ME, self.listener, self.sender, no_search)
        yield Parts(api=api, intake=intake, words=self.say, database=well, works=(work,))
        self.worked.append("closed")


@pytest.fixture
def host(say: Catalogs) -> Host:
    return Host(say)


def press(action: str) -> dict[str, object]:
    return {"id": "5", "from": {"id": 1}, "data": action, "message": message()}


@pytest.mark.parametrize("action", ["library:renew", "x1", "", "topic"])
def test_the_hosts_buttons_are_left_to_the_host(host: Host, action: str) -> None:
    assert host.guest.read(update(callback_query=press(action)), ME) is None


@pytest.mark.parametrize("action", ["t:too-late", "g:object-instagram:link:2", "x", "lang:es"])
def test_ours_are_taken(host: Host, action: str) -> None:
    assert host.guest.read(update(callback_query=press(action)), ME) is not None


def test_what_is_not_addressed_to_the_bot_is_left_to_the_host(host: Host) -> None:
    assert host.guest.read(update(message=message("hola", chat="supergroup")), ME) is None
    assert host.guest.read(update(poll={}), ME) is None


async def test_it_begins_once_and_ends_what_it_began(host: Host) -> None:
    api = ScriptedApi()
    arrivals = [host.guest.read(update(number), ME) for number in (1, 2, 3)]
    await asyncio.gather(*(host.guest.take(api, each) for each in arrivals if each))
    assert len(host.listener.heard) == 3
    assert host.opened == 1
    await host.guest.end()
    assert host.worked == ["begun", "ended", "closed"]
    await host.guest.begin(api)
    assert host.opened == 2
    await host.guest.end()


async def test_a_database_that_is_away_for_a_moment_costs_no_update(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.guest.PAUSE", 0.0)
    host.listener.trouble += [StorageDown("away"), StorageDown("away")]
    arrival = host.guest.read(update(1), ME)
    assert arrival is not None
    await host.guest.take(ScriptedApi(), arrival)
    assert len(host.listener.heard) == 1
    await host.guest.end()


async def test_a_database_that_stays_away_is_told_to_the_host(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.guest.PAUSE", 0.0)
    host.listener.trouble += [StorageDown("away")] * 9
    arrival = host.guest.read(update(1), ME)
    assert arrival is not None
    with pytest.raises(StorageDown):
        await host.guest.take(ScriptedApi(), arrival)
    await host.guest.end()
