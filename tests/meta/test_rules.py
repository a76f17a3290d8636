"""The architecture's rules, held by a look at the imports and the files."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PURE = ("bot/knowledge", "bot/understanding", "bot/dialogue", "bot/events.py", "bot/messages.py")
IMPURE = {
    "asyncio", "datetime.now", "logging", "os", "pathlib", "random", "secrets", "socket", "subprocess", "sys", "time", "uuid",
    "sqlalchemy", "sqlmodel", "aiogram", "telegram", "aiohttp", "httpx", "alembic", "typer", "babel",
}  # fmt: skip
ALLOWED_ROOMS = {
    "knowledge": {"knowledge", "messages", "events", "errors"},
    "understanding": {"understanding", "knowledge", "messages", "errors"},
    "dialogue": {"dialogue", "understanding", "knowledge", "messages", "events", "errors"},
    "service": {"service", "dialogue", "understanding", "knowledge", "messages", "events", "errors", "i18n"},
    "storage": {"storage", "service", "messages", "events", "errors"},
    "sandbox": {"sandbox"},
}


def _files(root: Path, place: str) -> Iterator[Path]:
    path = root / place
    yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("place", PURE)
def test_the_core_is_pure(root: Path, place: str) -> None:
    for path in _files(root, place):
        tops = {name.split(".")[0] for name in _imports(path)}
        assert not tops & IMPURE, f"{path} imports {tops & IMPURE}"
        tree = ast.parse(path.read_text("utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef)], f"{path} is async"
        calls = {
            node.func.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not calls & {"now", "utcnow", "today"}, f"{path} asks a clock"


@pytest.mark.parametrize("room", ALLOWED_ROOMS)
def test_rooms_look_only_one_way(root: Path, room: str) -> None:
    for path in _files(root, f"bot/{room}"):
        for name in _imports(path):
            if name.startswith("bot."):
                assert name.split(".")[1] in ALLOWED_ROOMS[room], f"{path} imports {name}"


def test_each_framework_has_one_door(root: Path) -> None:
    for path in _files(root, "bot"):
        tops = {name.split(".")[0] for name in _imports(path)}
        assert "aiogram" not in tops or path.name == "via_aiogram.py", f"{path} imports aiogram"
        assert "telegram" not in tops or path.name == "via_ptb.py", f"{path} imports telegram"


def test_asking_imports_no_framework_and_no_database(root: Path) -> None:
    code = (
        "import sys; from bot.app import brain; from bot.cli import main, asking; from bot.platforms import console; "
        "heavy = {'aiogram', 'telegram', 'sqlalchemy', 'sqlmodel', 'alembic', 'aiohttp'} & set(sys.modules); "
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_importing_the_package_does_nothing(root: Path) -> None:
    code = "import sys; before = set(sys.modules); import bot; print(len(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 2, "import bot loads more than itself"


def test_modules_stay_small(root: Path) -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in _files(root, "bot")}
    assert not {path: size for path, size in sizes.items() if size > 400}


def test_every_module_says_what_it_is(root: Path) -> None:
    for path in _files(root, "bot"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{path} has no docstring"


def test_the_locks_name_no_host(root: Path) -> None:
    for lock in root.glob("requirements*.lock"):
        text = lock.read_text("utf-8")
        assert "--hash=sha256:" in text
        assert "http://" not in text
        assert "https://" not in text
        assert not [line for line in text.splitlines() if line.startswith("-")], "options name an index"


def test_tests_stand_without_the_environment(root: Path) -> None:
    assert "BOT_TOKEN" not in os.environ, "a test run must not hold a real token"
