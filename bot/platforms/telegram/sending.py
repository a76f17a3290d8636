"""The way out: one row of the outbox becomes one request, or an edit in place, and the answer becomes an outcome.

A message that may have arrived is never sent again; an edit may be, for doing it twice changes nothing.
"""

import logging
from collections.abc import Mapping
from typing import Any, assert_never

from bot.dialogue.brain import Words
from bot.knowledge.model import Language
from bot.messages import Document
from bot.platforms.telegram.api import Answer, Api, Done, Json, Me, NoAnswer, NotSent, Refused
from bot.platforms.telegram.markup import CAPTION_LIMIT, formatted, inline_keyboard
from bot.platforms.telegram.profile import menu
from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable

logger = logging.getLogger(__name__)

UNCHANGED = "message is not modified"
CANNOT_EDIT = (
    "message can't be edited",
    "message to edit not found",
    "message_id_invalid",
    "there is no text in the message to edit",
    "message identifier is not specified",
)
NO_CHAT = ("chat not found", "peer_id_invalid", "group chat was deactivated", "chat_write_forbidden", "user not found")
NO_THREAD = "message thread not found"
LONGEST_WAIT = 60.0


class TelegramSender:
    """Sends through `api`, as the bot `me`; a `bot.service.ports.Sender`."""

    def __init__(self, api: Api, me: Me, words: Mapping[Language, Words], *, menus: bool = True) -> None:
        self._api = api
        self._me = me
        self._words = words
        self._menus = menus  # False in somebody else's bot, whose command menu is not ours to change
        self._text_sent: dict[int, int] = {}  # rows whose text went out alone and whose file did not yet

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Sends a message, or edits `outgoing.anchor` in place; sends a new one if that is out of reach."""
        if outgoing.message.replace and outgoing.anchor is not None and outgoing.message.document is None:
            answer = await self._api.call("editMessageText", {**self._text(outgoing), "message_id": outgoing.anchor})
            if not _out_of_reach(answer):
                return _edited(answer, outgoing)
        if outgoing.message.document is not None:
            return await self._document(outgoing, outgoing.message.document)
        return _outcome(await self._new("sendMessage", self._text(outgoing), outgoing), outgoing)

    async def acknowledge(self, callback: str) -> None:
        """Ends a button's spinning. "Query is too old" is nothing to do about."""
        answer = await self._api.call("answerCallbackQuery", {"callback_query_id": callback})
        if not isinstance(answer, Done):
            logger.info("action=press-unanswered reason=%s", answer.reason)

    async def show_commands(self, chat: int, language: str) -> None:
        """Shows the chat's command menu in `language`, whatever the phone's language is."""
        if not self._menus:
            return
        say = self._words["es" if language == "es" else "en"]
        fields = {"commands": menu(say), "scope": {"type": "chat", "chat_id": chat}}
        answer = await self._api.call("setMyCommands", fields)
        if not isinstance(answer, Done):
            logger.info("action=menu-refused chat=%d reason=%s", chat, answer.reason)

    async def _document(self, outgoing: Outgoing, document: Document) -> Outcome:
        """A file with its words as caption; words too long for one go first, then the file with the buttons."""
        fields = self._text(outgoing)
        text = fields.pop("text")
        entities = fields.pop("entities", None)
        del fields["link_preview_options"]
        if len(text) <= CAPTION_LIMIT:
            fields |= {"caption": text} | ({"caption_entities": entities} if entities else {})
        elif outgoing.id not in self._text_sent:
            alone = {key: value for key, value in self._text(outgoing).items() if key != "reply_markup"}
            outcome = _outcome(await self._new("sendMessage", alone, outgoing), outgoing)
            if not isinstance(outcome, Sent):
                return outcome
            self._text_sent[outgoing.id] = outcome.message or 0
        outcome = _outcome(await self._new("sendDocument", fields, outgoing, document), outgoing)
        if not isinstance(outcome, Later | Moved):
            self._text_sent.pop(outgoing.id, None)
        return outcome

    def _text(self, outgoing: Outgoing) -> Json:
        text, entities = formatted(outgoing.message.text)
        fields: Json = {"chat_id": outgoing.chat, "text": text, "link_preview_options": {"is_disabled": True}}
        if entities:
            fields["entities"] = entities
        markup = inline_keyboard(outgoing.message.keyboard, self._me.username)
        if markup:
            fields["reply_markup"] = markup
        return fields

    async def _new(self, method: str, fields: Json, outgoing: Outgoing, document: Document | None = None) -> Answer:
        """A new message in its topic; in a group as a reply to whom it answers."""
        if outgoing.source is not None and outgoing.chat < 0:
            reply = {"message_id": outgoing.source, "allow_sending_without_reply": True}
            fields = {**fields, "reply_parameters": reply}
        if outgoing.thread is None:
            return await self._api.call(method, fields, document)
        answer = await self._api.call(method, {**fields, "message_thread_id": outgoing.thread}, document)
        if isinstance(answer, Refused) and NO_THREAD in answer.reason.lower():
            return await self._api.call(method, fields, document)
        return answer


def _out_of_reach(answer: Answer) -> bool:
    return isinstance(answer, Refused) and any(words in answer.reason.lower() for words in CANNOT_EDIT)


def _edited(answer: Answer, outgoing: Outgoing) -> Outcome:
    match answer:
        case Done():
            return Sent(outgoing.anchor)
        case Refused(reason=reason) if UNCHANGED in reason.lower():
            return Sent(outgoing.anchor)
        case NoAnswer():
            return Later(_patience(outgoing))
        case _:
            return _outcome(answer, outgoing)


def _outcome(answer: Answer, outgoing: Outgoing) -> Outcome:
    match answer:
        case Done(result):
            return Sent(_message_id(result))
        case Refused():
            return _refused(answer, outgoing)
        case NotSent():
            return Later(_patience(outgoing))
        case NoAnswer(reason):
            return Unknown(reason)
        case _:
            assert_never(answer)


def _refused(answer: Refused, outgoing: Outgoing) -> Outcome:
    if answer.retry_after is not None:
        return Later(answer.retry_after)
    if answer.moved_to is not None:
        return Moved(answer.moved_to)
    if answer.code == 403 or any(words in answer.reason.lower() for words in NO_CHAT):
        return Unreachable(answer.reason)
    if answer.code == 401 or answer.code == 429 or answer.code >= 500:
        logger.warning("action=send-put-off chat=%d code=%d reason=%s", outgoing.chat, answer.code, answer.reason)
        return Later(_patience(outgoing))
    return Rejected(answer.reason)


def _patience(outgoing: Outgoing) -> float:
    """Seconds to wait before the next attempt: 1, 2, 4 ... at most a minute."""
    return min(LONGEST_WAIT, 2.0 ** min(outgoing.attempts, 6))


def _message_id(result: Any) -> int | None:
    found = result.get("message_id") if isinstance(result, Mapping) else None
    return found if isinstance(found, int) else None
