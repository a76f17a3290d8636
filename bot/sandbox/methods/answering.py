"""answerCallbackQuery and answerInlineQuery: answers to people who are waiting, each for a short time only."""

from bot.sandbox.errors import QUERY_TOO_OLD, bad_request, not_emulated
from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.methods.common import Handler
from bot.sandbox.model import Json
from bot.sandbox.texts import formatted
from bot.sandbox.world import World

PRESS_LIFETIME = 150
INLINE_LIFETIME = 30
MAX_ANSWER = 200
MAX_RESULTS = 50


def answer_callback_query(world: World, p: Json) -> bool:
    """answerCallbackQuery: the person's button stops spinning."""
    press = world.presses.get(p["callback_query_id"])
    if press is None or press.answer is not None or world.now() - press.at > PRESS_LIFETIME:
        raise bad_request(QUERY_TOO_OLD)
    text = p.get("text", "")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if p.get("url"):
        raise not_emulated("answers that open an address")
    press.answer = {"text": text, "show_alert": p.get("show_alert", False)}
    world.events.add("answer", chat=press.chat_id, press=press.id, person=press.person.id, **press.answer)
    return True


def answer_inline_query(world: World, p: Json) -> bool:
    """answerInlineQuery: articles with text."""
    question = world.inline.get(p["inline_query_id"])
    if question is None or question.answer is not None or world.now() - question.at > INLINE_LIFETIME:
        raise bad_request(QUERY_TOO_OLD)
    if len(p["results"]) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    results = [_article(result) for result in p["results"]]
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(p.get("next_offset", "").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    question.answer = {
        "results": results,
        "next_offset": p.get("next_offset", ""),
        "is_personal": p.get("is_personal", False),
        "cache_time": p.get("cache_time", 300),
        "button": p.get("button"),
    }
    world.events.add("inline", question=question.id, person=question.person.id, **question.answer)
    return True


def _article(result: Json) -> Json:
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result["input_message_content"]
    text, entities = formatted(content["message_text"], content.get("parse_mode"), content.get("entities"))
    if not text:
        raise bad_request("MESSAGE_EMPTY")
    article = {**result, "input_message_content": {"message_text": text, "entities": entities}}
    markup = inline_keyboard(result.get("reply_markup"))
    if markup:
        article["reply_markup"] = markup
    return article


HANDLERS: dict[str, Handler] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
