"""What a button carries: `kind:argument:...`, at most 64 bytes, complete in itself.

An action says where it leads, never "next": two quick taps on one button lead to the same place, and a button of last
month still means what it says. Kinds are promises: old buttons hang in people's chats.
"""

from bot.dialogue.state import Place

TOPIC, MORE, SOURCES = "t", "m", "s"
GUIDE, LOST, RESUME, LEAVE = "g", "l", "r", "x"
LETTER, AUTHORITY, LANGUAGE = "w", "a", "lang"
FORGET, REMIND, NONE, MENU = "forget", "remind", "none", "menu"
DONE = "done"


def action(kind: str, *arguments: str | int) -> str:
    """The action's text."""
    return ":".join([kind, *map(str, arguments)])


def at(place: Place, kind: str = GUIDE) -> str:
    """The action that shows a place in a guide (or, with LOST, its way out)."""
    if place.way is None:
        return action(kind, place.guide)
    return action(kind, place.guide, place.way, DONE if place.done else place.step)


def split(text: str) -> tuple[str, list[str]]:
    """Kind and arguments of any text, forged or old ones included."""
    kind, *arguments = text.split(":")
    return kind, arguments


def place_of(arguments: list[str]) -> Place | None:
    """The place that a guide action names, whether it exists or not; None if it is not of that form."""
    match arguments:
        case [guide]:
            return Place(guide=guide)
        case [guide, way]:
            return Place(guide=guide, way=way)
        case [guide, way, "done"]:
            return Place(guide=guide, way=way, done=True)
        case [guide, way, step] if step.isascii() and step.isdecimal() and len(step) <= 3:
            return Place(guide=guide, way=way, step=int(step))
        case _:
            return None
