"""The people and the group that somebody finds who opens the page for the first time."""

from bot.sandbox.groups import found_group
from bot.sandbox.world import World


def furnish(world: World) -> None:
    """Two people with phones in different languages, and a group of both."""
    ana = world.add_person("Ana", language="es", username="ana_sandbox")
    ben = world.add_person("Ben", language="en", username="ben_sandbox")
    found_group(world, "Ana & Ben", [ana, ben], supergroup=True)
