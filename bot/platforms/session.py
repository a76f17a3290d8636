"""Chats that live only as long as the process: for the terminal, `ask --json` and tests. Nothing is stored."""

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.dialogue import privacy
from bot.dialogue.brain import Brain, Step
from bot.dialogue.effects import CancelReminders, Count, Erase, ShowCommands, ShowStored, StartDeletionClock
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.events import Commanded, Event, Pressed, Wrote
from bot.messages import Message, Open, Press


@dataclass(slots=True)
class Session:
    """One chat: its state and the buttons it was last shown."""

    brain: Brain
    state: State = field(default_factory=State)
    shown: dict[str, str] = field(default_factory=dict)
    took: float = 0.0  # seconds of the last pure step

    def write(self, text: str, language_code: str | None = None) -> Step:
        """A text, or a command if it begins with a slash."""
        now = datetime.now(UTC)
        if text.startswith("/") and len(text) > 1 and text[1].isalpha():
            name, _, argument = text[1:].partition(" ")
            name = name.split("@", 1)[0].lower()
            return self._do(Commanded(at=now, language_code=language_code, name=name, argument=argument))
        return self._do(Wrote(at=now, language_code=language_code, text=text))

    def press(self, button: str, language_code: str | None = None) -> Step:
        """A button, by its label as it was last shown or by its action."""
        action = self.shown.get(button, button)
        return self._do(Pressed(at=datetime.now(UTC), language_code=language_code, action=action))

    def _do(self, event: Event) -> Step:
        begun = time.perf_counter()
        result = step(self.brain, self.state, event)
        self.took = time.perf_counter() - begun
        self.state = result.state
        messages = [*self._carry_out(result), *(each for each in result.messages if each.due is None)]
        for message in messages:
            self.shown |= {each.label: each.action for each in message.buttons if isinstance(each, Press)}
            self.shown |= {each.label: each.url for each in message.buttons if isinstance(each, Open)}
        self.shown = dict(list(self.shown.items())[-200:])
        return replace(result, messages=tuple(messages))

    def _carry_out(self, result: Step) -> list[Message]:
        said: list[Message] = []
        for effect in result.effects:
            match effect:
                case ShowStored():
                    words = self.brain.words[result.language]
                    said.append(privacy.stored(words, {}))
                case Erase() | CancelReminders() | ShowCommands() | StartDeletionClock() | Count():
                    pass
        return said
