"""Addresses as hosts give them."""

import pytest

from bot.storage.engine import reached


@pytest.mark.parametrize(
    ("given", "ssl"),
    [
        ("postgresql+asyncpg://u:p@host/db", None),
        ("postgresql+asyncpg://u:p@host/db?sslmode=require", "require"),
        ("postgresql+asyncpg://u:p@host/db?sslmode=require&channel_binding=require&application_name=x", "require"),
    ],
)
def test_another_drivers_options_are_understood_or_left_out(given: str, ssl: str | None) -> None:
    address, arguments = reached(given)
    assert address.render_as_string(hide_password=False) == "postgresql+asyncpg://u:p@host/db"
    assert arguments.get("ssl") == ssl


def test_the_folder_of_a_socket_is_kept() -> None:
    address, _ = reached("postgresql+asyncpg://u@/db?host=/run/postgresql")
    assert dict(address.query) == {"host": "/run/postgresql"}
