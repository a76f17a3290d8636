"""`oponte ask`: the machine interface. Its JSON is fixed: scripts of the people who run the bot depend on it."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from bot.dialogue import guiding
from bot.dialogue.brain import Brain, Step
from bot.messages import Button, Copy, Open, Press, Private, plain
from bot.platforms.console import render
from bot.platforms.session import Session
from bot.understanding.reading import Situation


def once(brain: Brain, question: str, language: str | None, *, why: bool) -> None:
    """Prints one answer for people."""
    result = Session(brain).write(question, language)
    print("\n\n".join(render(message) for message in result.messages))
    if why and result.reading is not None:
        reading = result.reading
        print(f"\nrule: {reading.rule} · language: {reading.language or '?'} · score: {reading.score:.2f}")
        for topic, score in reading.ranked:
            print(f"  {score:.3f}  {topic}")
        explained = brain.reader.explain(question, Situation())
        print("what spoke for it: " + (", ".join(explained.words) or "-"))
        print("nearest phrasings: " + (" | ".join(explained.phrases) or "-"))


def json_lines(brain: Brain, lines: Iterable[str], out: TextIO) -> None:
    """Answers each JSON line with a JSON line; every "chat" keeps its state for the time of the process."""
    sessions: dict[str, Session] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            request = _request(line)
        except ValueError as error:
            out.write(json.dumps({"error": f"line {number}: {error}"}, ensure_ascii=False) + "\n")
        else:
            session = sessions.setdefault(request["chat"], Session(brain))
            code = request.get("language_code")
            if (press := request.get("press")) is not None:
                result = session.press(press, code)
            else:
                result = session.write(request["text"], code)
            out.write(json.dumps(response(brain, request["chat"], session, result), ensure_ascii=False) + "\n")
        out.flush()


def _request(line: str) -> dict[str, Any]:
    request = json.loads(line)
    if not isinstance(request, dict):
        raise ValueError('write an object such as {"chat": "a", "text": "hello"}')
    chat = request.get("chat", "")
    if not isinstance(chat, str | int):
        raise ValueError('"chat" must be a text')
    request["chat"] = str(chat)
    for key in ("text", "press", "language_code"):
        if not isinstance(request.get(key), str | None):
            raise ValueError(f'"{key}" must be a text')
    if request.get("text") is None and request.get("press") is None:
        raise ValueError('"text" or "press" is missing')
    return request


def response(brain: Brain, chat: str, session: Session, result: Step) -> dict[str, Any]:
    return {
        "chat": chat,
        "language": result.language,
        "outcome": result.kind,
        "topics": list(result.topics),
        "options": list(result.options),
        "guide": _guide(brain, result),
        "score": round(result.reading.score, 4) if result.reading else 1.0,
        "ms": round(session.took * 1000, 3),
        "messages": [
            {"text": plain(message.text), "buttons": [_button(button) for button in message.buttons]}
            for message in result.messages
        ],
    }


def _guide(brain: Brain, result: Step) -> dict[str, Any] | None:
    place = result.state.place
    if place is None or place.left:
        return None
    guide = brain.graph.guides[place.guide]
    return {
        "id": guide.id,
        "step": guiding.number(guide, place),
        "steps": guiding.total(guide, place),
        "done": place.done,
    }


def _button(button: Button) -> dict[str, str]:
    match button:
        case Press(label=label, action=action):
            return {"label": label, "action": action}
        case Open(label=label, url=url):
            return {"label": label, "action": url}
        case Copy(label=label, text=text):
            return {"label": label, "action": f"copy:{text}"}
        case Private(label=label, payload=payload):
            return {"label": label, "action": f"start:{payload}"}
