"""Reads the fields of a control request with their types; a wrong one is told, never guessed."""

import base64
from collections.abc import Mapping
from typing import Any

from bot.sandbox.errors import ControlError


class Body:
    """The JSON object of one request."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required without a default."""
        value = self._given.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise ControlError(f'"{name}" must be a text.')
        return value

    def optional_text(self, name: str) -> str | None:
        """A text or nothing."""
        return None if self._given.get(name) is None else self.text(name)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number; required without a default."""
        value = self._given.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and len(value) < 20 and value.removeprefix("-").isdecimal():
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ControlError(f'"{name}" must be a whole number.')
        return value

    def optional_number(self, name: str) -> int | None:
        """A whole number or nothing."""
        return None if self._given.get(name) is None else self.number(name)

    def real(self, name: str, default: float) -> float:
        """Any number."""
        value = self._given.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ControlError(f'"{name}" must be a number.')
        return float(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self._given.get(name, default)
        if not isinstance(value, bool):
            raise ControlError(f'"{name}" must be true or false.')
        return value

    def numbers(self, name: str) -> list[int]:
        """A list of whole numbers."""
        value = self._given.get(name)
        if not isinstance(value, list) or not all(isinstance(item, int) for item in value):
            raise ControlError(f'"{name}" must be a list of whole numbers.')
        return value

    def data(self, name: str) -> bytes:
        """Bytes, which travel as base64."""
        try:
            return base64.b64decode(self.text(name), validate=True)
        except ValueError as error:
            raise ControlError(f'"{name}" must be base64.') from error
