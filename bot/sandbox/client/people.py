"""A person with a phone, and a group, as a test drives them."""

import base64
import re
from collections.abc import Callable

from bot.sandbox.client.views import Button, Json, Line, Message, Pressed, Result, button_of, line_of, message_of
from bot.sandbox.client.wire import RefusedError, SilenceError, Wire

WAIT = 10.0
Pattern = str | re.Pattern[str]


class Group:
    """A group; who does something in it is its first member unless `by` names another."""

    def __init__(self, wire: Wire, id: int, title: str) -> None:  # noqa: A002  Telegram's own name
        self._wire = wire
        self.id = id
        self.title = title

    async def add_bot(self) -> None:
        """Somebody adds the bot."""
        await self._act("add_bot")

    async def remove_bot(self) -> None:
        """Somebody removes the bot."""
        await self._act("remove_bot")

    async def promote_bot(self) -> None:
        """The bot becomes an administrator and hears everything."""
        await self._act("promote_bot")

    async def add(self, user: "User") -> None:
        """Somebody joins."""
        await self._act("add_person", person=user.id)

    async def open_topic(self, name: str) -> int:
        """A new topic of a forum; returns its number."""
        topic: int = (await self._act("open_topic", name=name))["topic"]
        return topic

    async def close_topic(self, topic: int) -> None:
        """Nobody but administrators writes there any more."""
        await self._act("close_topic", topic=topic)

    async def migrate(self) -> "Group":
        """The group becomes a supergroup with another id: the returned one."""
        return Group(self._wire, (await self._act("migrate"))["chat"]["id"], self.title)

    async def transcript(self) -> list[Line]:
        """What stands in the group, service messages left out."""
        return await transcript(self._wire, self.id)

    async def _act(self, act: str, **fields: object) -> Json:
        return await self._wire.post(f"groups/{self.id}/{act}", **fields)


class User:
    """Somebody with a phone. `chat` arguments take a Group; without one, the private chat with the bot is meant.

    `expect` reads forward: each call looks at what came after the message that the last one returned, or after the
    person's last act, whichever is later for that chat.
    """

    def __init__(self, wire: Wire, raw: Json, seen: int) -> None:
        self._wire = wire
        self._seen: dict[int, int] = {}
        self._joined = seen
        self.id: int = raw["id"]
        self.name: str = raw["first_name"]
        self.language: str | None = raw.get("language_code")

    async def start(self, payload: str = "") -> None:
        """Presses START, or follows a deep link with this payload."""
        await self._act("start", payload=payload)

    async def send(
        self, text: str, *, chat: Group | None = None, topic: int | None = None, reply_to: Message | None = None
    ) -> Message:
        """Writes a message."""
        reply = reply_to.id if reply_to else None
        done = await self._act("send", text=text, chat=chat.id if chat else None, topic=topic, reply_to=reply)
        return message_of(done["message"])

    async def send_photo(self, caption: str = "", *, chat: Group | None = None) -> Message:
        """Sends a small picture."""
        return await self._file("photo", "photo.png", "image/png", PIXEL, chat, caption=caption)

    async def send_voice(self, *, chat: Group | None = None) -> Message:
        """Sends a voice message."""
        return await self._file("voice", "voice.ogg", "audio/ogg", b"OggS sandbox", chat)

    async def send_sticker(self, emoji: str = "👍", *, chat: Group | None = None) -> Message:
        """Sends a sticker."""
        return await self._file("sticker", "sticker.png", "image/png", PIXEL, chat, emoji=emoji)

    async def send_document(self, name: str, data: bytes, *, caption: str = "", chat: Group | None = None) -> Message:
        """Sends a file."""
        return await self._file("document", name, "application/octet-stream", data, chat, caption=caption)

    async def edit(self, message: Message, text: str) -> Message:
        """Changes one's own message."""
        done = await self._act("edit", chat=message.chat, message=message.id, text=text)
        return message_of(done["message"])

    async def react(self, message: Message, emoji: str) -> None:
        """Reacts to a message; an empty emoji takes the reaction back."""
        await self._act("react", chat=message.chat, message=message.id, emoji=emoji)

    async def block(self) -> None:
        """Stops the bot."""
        await self._act("block")

    async def unblock(self) -> None:
        """Lets the bot write again."""
        await self._act("unblock")

    async def press(
        self,
        label: str,
        *,
        on: Message | None = None,
        chat: Group | None = None,
        timeout: float = WAIT,  # noqa: ASYNC109  handed on to the server
        wait: bool = True,
    ) -> Pressed:
        """Presses the button with this label on the newest message that has it, and waits for the bot's answer.

        A button of a reply keyboard sends its label. An unanswered press (the endless spinner) is a SilenceError,
        unless `wait` is False.
        """
        where = on.chat if on else chat.id if chat else self.id
        message = on or await self._newest_with(label, where)
        if message is None:
            await self._act("send", text=label, chat=where)
            return Pressed(button=Button(label=label))
        done = await self._act("press", chat=where, message=message.id, label=label)
        button = button_of(done["button"])
        if "press" not in done or not wait:
            return Pressed(button=button, answered="press" not in done)
        return await self._answer(done, button, timeout)

    async def press_data(self, data: str, *, on: Message, timeout: float = WAIT) -> Pressed:  # noqa: ASYNC109
        """Presses a button that the message does not have (any more): old data, tampered data."""
        done = await self._act("press", chat=on.chat, message=on.id, data=data, stale=True)
        return await self._answer(done, Button(label="", data=data), timeout)

    async def expect(
        self,
        pattern: Pattern = "",
        *,
        chat: Group | None = None,
        timeout: float = WAIT,  # noqa: ASYNC109
    ) -> Message:
        """The next message of the bot, new or edited, that has this text in it, or that the pattern finds.

        Messages that do not fit are passed over. SilenceError, with what came instead, when none comes in time.
        """
        where = chat.id if chat else self.id
        passed: list[str] = []

        def wanted(event: Json) -> bool:
            if event["kind"] not in ("message", "edited") or event["chat"] != where:
                return False
            message = message_of(event["message"])
            if not message.by_bot:
                return False
            if _fits(pattern, message.text):
                return True
            passed.append(str(line_of(message)))
            return False

        event = await self._next(where, wanted, timeout)
        if event is None:
            came = "\n".join(passed) or "nothing"
            raise SilenceError(f"{self.name} waited {timeout:g} s for {pattern!r}. The bot said:\n{came}")
        return message_of(event["message"])

    async def expect_deleted(self, message: Message, *, timeout: float = WAIT) -> None:  # noqa: ASYNC109
        """Waits until the bot has deleted this message."""

        def wanted(event: Json) -> bool:
            return bool(
                event["kind"] == "deleted" and event["message_id"] == message.id and event["chat"] == message.chat
            )

        if await self._next(message.chat, wanted, timeout) is None:
            raise SilenceError(f"The message {message.id} was not deleted in {timeout:g} s.")

    async def expect_typing(self, *, timeout: float = WAIT) -> None:  # noqa: ASYNC109
        """Waits until the bot shows that it is doing something; does not move what `expect` has read."""
        after = self._seen.get(self.id, self._joined)

        def wanted(event: Json) -> bool:
            return bool(event["kind"] == "action" and event["chat"] == self.id)

        if await self._wire.first_event(after, wanted, timeout) is None:
            raise SilenceError(f"The bot showed no action in {timeout:g} s.")

    async def inline(
        self,
        query: str,
        *,
        chat: Group | None = None,
        timeout: float = WAIT,  # noqa: ASYNC109
    ) -> list[Result]:
        """Types `@bot query` and waits for the results."""
        asked = await self._act("inline", query=query, chat=chat.id if chat else None)
        question = asked["question"]

        def wanted(event: Json) -> bool:
            return bool(event["kind"] == "inline" and event["question"] == question)

        event = await self._wire.first_event(asked["before"], wanted, timeout)
        if event is None:
            raise SilenceError(f"The inline query {query!r} got no answer in {timeout:g} s.")
        return [_result(question, raw) for raw in event["results"]]

    async def choose(self, result: Result, *, chat: Group | None = None) -> Message:
        """Sends an inline result into the chat."""
        fields = {"question": result.question, "result": result.id, "chat": chat.id if chat else None}
        return message_of((await self._act("choose", **fields))["message"])

    async def messages(self, *, chat: Group | None = None) -> list[Message]:
        """What stands in the chat now, oldest first."""
        raw = await self._wire.get(f"chats/{chat.id if chat else self.id}")
        return [message_of(message) for message in raw["messages"]]

    async def transcript(self) -> list[Line]:
        """What stands in the private chat, comparable between runs."""
        return await transcript(self._wire, self.id)

    async def commands(self, *, chat: Group | None = None) -> dict[str, str]:
        """The command menu that this person sees."""
        raw = await self._wire.get(f"chats/{chat.id if chat else self.id}")
        return {item["command"]: item["description"] for item in raw["commands"].get(str(self.id), [])}

    async def keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard, row by row."""
        raw = (await self._wire.get(f"chats/{self.id}"))["keyboard"] or {}
        return [[button["text"] for button in row] for row in raw.get("keyboard", [])]

    async def _act(self, act: str, **fields: object) -> Json:
        chat = fields.get("chat")
        where = chat if isinstance(chat, int) else self.id
        done = await self._wire.post(f"people/{self.id}/{act}", **fields)
        self._seen[where] = done["before"]
        return done

    async def _file(self, kind: str, name: str, mime: str, data: bytes, chat: Group | None, **extra: object) -> Message:
        packed = base64.b64encode(data).decode()
        where = chat.id if chat else None
        done = await self._act("file", kind=kind, name=name, mime=mime, data=packed, chat=where, **extra)
        return message_of(done["message"])

    async def _next(self, where: int, wanted: Callable[[Json], bool], timeout: float) -> Json | None:  # noqa: ASYNC109
        event = await self._wire.first_event(self._seen.get(where, self._joined), wanted, timeout)
        if event is not None:
            self._seen[where] = event["seq"]
        return event

    async def _newest_with(self, label: str, where: int) -> Message | None:
        raw = await self._wire.get(f"chats/{where}")
        messages = [message_of(message) for message in raw["messages"]]
        for message in reversed(messages):
            if label in message.labels:
                return message
        rows = (raw["keyboard"] or {}).get("keyboard", [])
        if any(button["text"] == label for row in rows for button in row):
            return None
        last = next((message.labels for message in reversed(messages) if message.labels), ())
        raise RefusedError(f"No message has a button {label!r}; the newest buttons: {', '.join(last) or 'none'}.")

    async def _answer(self, done: Json, button: Button, timeout: float) -> Pressed:  # noqa: ASYNC109
        def wanted(event: Json) -> bool:
            return bool(event["kind"] == "answer" and event["press"] == done["press"])

        event = await self._wire.first_event(done["before"], wanted, timeout)
        if event is None:
            raise SilenceError(f"The press of {button.label or button.data!r} got no answer in {timeout:g} s.")
        return Pressed(button=button, text=event["text"], alert=event["show_alert"])


async def transcript(wire: Wire, chat: int) -> list[Line]:
    """The comparable lines of a chat; service messages are left out."""
    raw = (await wire.get(f"chats/{chat}"))["messages"]
    said = [message for message in raw if any(key in message for key in CONTENT)]
    return [line_of(message_of(message)) for message in said]


def _result(question: str, raw: Json) -> Result:
    return Result(
        question=question,
        id=raw["id"],
        title=raw["title"],
        description=raw.get("description", ""),
        text=raw["input_message_content"]["message_text"],
        raw=raw,
    )


def _fits(pattern: Pattern, text: str) -> bool:
    return pattern in text if isinstance(pattern, str) else pattern.search(text) is not None


CONTENT = ("text", "caption", "photo", "document", "voice", "sticker")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
