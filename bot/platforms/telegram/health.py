"""Whether the process can do its work: what `/readyz` tells. That it lives at all is what `/healthz` tells."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

LONGEST_SILENCE = 90.0  # seconds without a successful getUpdates after which nobody is being heard
DATABASE_TIMEOUT = 5.0


@dataclass(kw_only=True, slots=True)
class Health:
    """The state of the process; `silent_for` only when polling."""

    database: Callable[[], Awaitable[bool]]
    silent_for: Callable[[], float | None] | None = None
    draining: bool = False

    async def troubles(self) -> list[str]:
        """What keeps the bot from doing its work now; nothing if it can."""
        found = ["draining"] if self.draining else []
        try:
            async with asyncio.timeout(DATABASE_TIMEOUT):
                well = await self.database()
        except TimeoutError:
            well = False
        if not well:
            found.append("database")
        if self.silent_for is not None:
            silence = self.silent_for()
            if silence is None or silence >= LONGEST_SILENCE:
                found.append("telegram")
        return found
