"""Whatever is asked, by the bot or by a person, is answered or refused: never an error of the sandbox's own."""

import asyncio
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.acts import GROUP_ACTS, PERSON_ACTS
from bot.sandbox.body import Body
from bot.sandbox.checks import Upload
from bot.sandbox.description import description
from bot.sandbox.dispatch import Dispatcher
from bot.sandbox.errors import ApiError, ControlError
from bot.sandbox.furnish import furnish
from bot.sandbox.jsontext import dumps
from bot.sandbox.model import BotAccount
from bot.sandbox.people import start
from bot.sandbox.world import World

METHODS = {name: sorted(fields) for name, fields in description().methods.values() if name != "setWebhook"}
ANA, GROUP = 7_000_000_002, -1_002_000_000_004
TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=20)
IDS = st.sampled_from([ANA, str(ANA), GROUP, 1, 2, 0, -1, 2**70, "1" * 5000, "@x", "F-000001"])
SHAPES: list[Any] = [
    {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    {"keyboard": [[{"text": "a"}]]},
    {"type": "chat", "chat_id": ANA},
    {"message_id": 1},
    [{"type": "bold", "offset": 0, "length": 1}],
    [{"type": "emoji", "emoji": "👍"}],
    [{"command": "a", "description": "b"}],
    '{"remove_keyboard": true}',
    Upload(name="a", mime="text/plain", data=b"x"),
]
LEAVES = st.one_of(IDS, TEXTS, st.booleans(), st.none(), st.floats(), st.integers(), st.sampled_from(SHAPES))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2), max_leaves=3
)


def furnished() -> World:
    world = World(bot=BotAccount(id=42, username="sandbox_bot", first_name="Sandbox"))
    furnish(world)
    start(world, world.people[ANA])
    return world


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    method = draw(st.sampled_from(sorted(METHODS)))
    names = draw(st.sets(st.sampled_from([*METHODS[method], "unknown"])))
    params = {name: draw(VALUES) for name in sorted(names)}
    if "chat_id" in METHODS[method] and draw(st.booleans()):
        params["chat_id"] = draw(st.sampled_from([ANA, GROUP]))
    if "timeout" in params:
        params["timeout"] = 0
    return method, params


@settings(max_examples=200, deadline=None)
@given(calls=st.lists(calls(), min_size=1, max_size=4))
def test_any_call_is_answered_or_refused(calls: list[tuple[str, dict[str, Any]]]) -> None:
    dispatcher = Dispatcher(furnished())

    async def play() -> None:
        for method, params in calls:
            uploads = {name: value for name, value in params.items() if isinstance(value, Upload)}
            raw = {name: value for name, value in params.items() if not isinstance(value, Upload)}
            reply = await dispatcher.call(method, raw, uploads)
            assert reply.body["ok"] is (reply.status == 200)
            assert reply.status in (200, 400, 403, 404)
            assert dumps(reply.body)

    asyncio.run(play())


ACT_FIELDS = st.fixed_dictionaries(
    {"person": st.sampled_from([ANA, ANA + 1, 5]), "chat": st.sampled_from([None, GROUP, ANA, 5])},
    optional=dict.fromkeys(
        [
            "text",
            "message",
            "topic",
            "reply_to",
            "data",
            "label",
            "emoji",
            "query",
            "payload",
            "kind",
            "name",
            "question",
            "result",
            "by",
            "stale",
        ],
        VALUES,
    ),
)


@settings(max_examples=150, deadline=None)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(sorted(PERSON_ACTS.items()) + sorted(GROUP_ACTS.items())),
            ACT_FIELDS,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_act_is_done_or_refused(acts: list[tuple[tuple[str, Any], dict[str, Any]]]) -> None:
    world = furnished()
    for (_, act), fields in acts:
        given_fields = {name: value for name, value in fields.items() if not isinstance(value, Upload)}
        try:
            assert dumps(act(world, Body(given_fields)))
        except (ControlError, ApiError) as error:
            assert str(error)  # noqa: PT017  the other legal outcome of the property
