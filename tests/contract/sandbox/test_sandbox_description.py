"""The description that requests are checked against, held against the code that answers them."""

from bot.sandbox.description import PLAIN, description
from bot.sandbox.methods import HANDLERS

# Known by name so that a bot's use of them is refused honestly instead of as a typing error.
OPAQUE = {
    "CallbackGame",
    "InputRichMessage",
    "KeyboardButtonPollType",
    "KeyboardButtonRequestChat",
    "KeyboardButtonRequestManagedBot",
    "KeyboardButtonRequestUsers",
    "LoginUrl",
    "SuggestedPostParameters",
}


def test_every_described_method_is_answered_and_nothing_else() -> None:
    assert {name for name, _ in description().methods.values()} == set(HANDLERS)


def test_what_is_emulated_is_not_also_listed_as_missing() -> None:
    known = description()
    assert not known.methods.keys() & known.not_emulated.keys()


def test_every_type_named_is_described_or_known_to_be_missing() -> None:
    known = description()
    named = {
        kind.name
        for fields in [fields for _, fields in known.methods.values()] + list(known.objects.values())
        for field in fields.values()
        for kind in field.kinds
    }
    assert named - PLAIN - known.objects.keys() - known.variants.keys() == OPAQUE
