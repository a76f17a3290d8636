"""Updates that end here, with the reason, so that they can be counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """An update that is nobody's question to us. `callback` is a press that still must be answered."""

    reason: str
    update: int | None = None
    callback: str | None = None
