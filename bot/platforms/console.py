"""The terminal as one more platform: spans become plain text with a little emphasis, buttons become numbers."""

import sys

from bot.dialogue.brain import Brain, Step
from bot.messages import Button, Copy, Message, Open, Press, Private, Span, Style
from bot.platforms.session import Session

BOLD, ITALIC, RESET = "\x1b[1m", "\x1b[3m", "\x1b[0m"


def render(message: Message, *, colours: bool = False) -> str:
    """A message as lines of text; its buttons as a numbered list."""
    text = "".join(_span(span, colours=colours) for span in message.text)
    lines = [text]
    if message.document:
        lines.append(f"[{message.document.name}]")
    lines += [f"  [{number}] {_button(button)}" for number, button in enumerate(message.buttons, 1)]
    return "\n".join(lines)


def _span(span: Span, *, colours: bool) -> str:
    match span.style:
        case Style.BOLD if colours:
            return BOLD + span.text + RESET
        case Style.ITALIC if colours:
            return ITALIC + span.text + RESET
        case Style.LINK:
            return f"{span.text} <{span.url}>"
        case Style.CODE:
            return f"‘{span.text}’"
        case _:
            return span.text


def _button(button: Button) -> str:
    match button:
        case Press(label=label):
            return label
        case Open(label=label, url=url):
            return f"{label} → {url}"
        case Copy(label=label, text=text):
            return f"{label}: {text}"
        case Private(label=label):
            return label


def chat(brain: Brain, language_code: str | None = None) -> None:
    """Talks on the terminal until the input ends or Ctrl-C; a number presses that button."""
    colours = sys.stdout.isatty()
    session = Session(brain)
    buttons: list[Button] = []
    result = session.write("/start", language_code)
    while True:
        buttons = _print(result, colours=colours)
        line = _read()
        if line is None:
            return
        if line.isdecimal() and 1 <= int(line) <= len(buttons):
            pressed = buttons[int(line) - 1]
            if isinstance(pressed, Press):
                result = session.press(pressed.action, language_code)
                continue
        result = session.write(line, language_code)


def _print(result: Step, *, colours: bool) -> list[Button]:
    buttons: list[Button] = []
    for message in result.messages:
        print("\n" + render(message, colours=colours))
        if message.buttons:
            buttons = list(message.buttons)
    return buttons


def _read() -> str | None:
    while True:
        try:
            line = input("\n> ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return None
        if line:
            return line
