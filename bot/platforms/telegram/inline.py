"""Inline mode: the FAQ searched from any chat, an answer shared with its source and a way to the bot.

Nothing is stored and no state is read: the query alone decides. Results are personal, for people's languages differ.
"""

import logging
from datetime import UTC, datetime

from bot.dialogue import answering
from bot.dialogue.brain import Brain, Turn
from bot.dialogue.language import negotiate
from bot.dialogue.state import State
from bot.knowledge.model import Language, Topic
from bot.messages import plain
from bot.platforms.telegram.api import Api, Done, Json, Me
from bot.platforms.telegram.markup import deep_link, formatted
from bot.platforms.telegram.updates import Searched
from bot.understanding.reading import Reading, Situation, Topics, Unsure

logger = logging.getLogger(__name__)

SUGGESTED = ("how-to-object", "announcement", "data-used", "private-messages", "too-late", "opt-out-whatsapp")
MOST = 8
LEAST_SCORE = 0.02
CACHE_SECONDS = 300
DESCRIBED = 120  # characters of the answer shown in the list


class Search:
    """Answers inline queries."""

    def __init__(self, api: Api, me: Me, brain: Brain) -> None:
        self._api = api
        self._me = me
        self._brain = brain

    async def __call__(self, searched: Searched) -> None:
        """Sends the results. A query that is too old by then is nobody's loss."""
        language, topics = found(self._brain, searched)
        fields = {
            "inline_query_id": searched.query,
            "results": [self._article(topic, language) for topic in topics],
            "cache_time": CACHE_SECONDS,
            "is_personal": True,
            "button": {"text": self._brain.words[language].gettext("inline.open"), "start_parameter": "inline"},
        }
        answer = await self._api.call("answerInlineQuery", fields)
        if not isinstance(answer, Done):
            logger.info("action=search-unanswered reason=%s", answer.reason)

    def _article(self, topic: Topic, language: Language) -> Json:
        turn = Turn(brain=self._brain, state=State(), language=language, group=True, at=datetime.now(UTC))
        message = answering.short(turn, topic)
        text, entities = formatted(message.text)
        shown = " ".join(plain(topic.short[language]).split())
        ask = self._brain.words[language].gettext("inline.ask")
        return {
            "type": "article",
            "id": f"{topic.id}:{language}",
            "title": topic.title[language],
            "description": shown if len(shown) <= DESCRIBED else shown[: DESCRIBED - 1].rstrip() + "…",
            "input_message_content": {
                "message_text": text,
                "entities": entities,
                "link_preview_options": {"is_disabled": True},
            },
            "reply_markup": {
                "inline_keyboard": [
                    [{"text": ask, "url": deep_link(self._me.username, f"topic_{topic.id}_{language}")}]
                ]
            },
        }


def found(brain: Brain, searched: Searched) -> tuple[Language, list[Topic]]:
    """The language to answer in, and the topics that a query finds, best first; suggestions while nothing is typed."""
    topics = brain.graph.topics
    if not searched.text.strip():
        return _language(None, searched), [topics[each] for each in SUGGESTED if each in topics]
    reading = brain.reader.read(searched.text, Situation())
    ids = dict.fromkeys((*_meant(reading), *(topic for topic, score in reading.ranked if score >= LEAST_SCORE)))
    return _language(reading.language, searched), [topics[each] for each in ids if each in topics][:MOST]


def _language(written: Language | None, searched: Searched) -> Language:
    return written or negotiate(searched.language_code) or "en"


def _meant(reading: Reading) -> tuple[str, ...]:
    match reading.meaning:
        case Topics(ids=ids) | Unsure(ids=ids):
            return ids
        case _:
            return ()
