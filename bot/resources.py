"""Finds the data and the catalogs: beside the package in a checkout, inside it in an installed wheel."""

import gettext
import hashlib
import io
import logging
import mmap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.errors import DataError

_PACKAGE = Path(__file__).parent
logger = logging.getLogger(__name__)


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def data_folder(folder: Path | None = None) -> Path:
    """The data folder: the one given, or the package's own."""
    return folder or _folder("data")


class Files(Mapping[str, str]):
    """Text files by their names relative to a folder, each read when it is asked for."""

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self._root = root
        self._names = dict.fromkeys(names)

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        try:
            return (self._root / name).read_text("utf-8")
        except OSError as error:
            raise DataError(f"{self._root / name} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise DataError(f"{self._root / name} is not UTF-8 text ({error}). Save it as UTF-8.") from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def data_files(folder: Path | None = None, *, evaluation: bool = False) -> Files:
    """The text files of the data folder: name relative to the folder, and content.

    The lines for tuning and testing are among them only if `evaluation` asks: a running bot has no use for them.
    """
    root = data_folder(folder)
    if not root.is_dir():
        raise DataError(f"{root} is not a folder. Give the folder that holds topics/, guides/ and sources.yaml.")
    return Files(
        root,
        (
            path.relative_to(root).as_posix()
            for path in sorted(root.rglob("*"))
            if path.suffix in {".yaml", ".txt"} and (evaluation or path.parent.name not in {"tuning", "test"})
        ),
    )


@cache
def catalog(language: str) -> gettext.GNUTranslations:
    """The compiled catalog of `language`; in a checkout it is compiled in memory when the .mo is missing or older."""
    folder = _folder("locales") / language / "LC_MESSAGES"
    source, compiled = folder / "bot.po", folder / "bot.mo"
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if not source.exists():
        raise DataError(f"{source} is missing. Reinstall the package, or restore the file.")
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = io.BytesIO()
    with source.open("rb") as file:
        write_mo(buffer, read_po(file, locale=language))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


def source_fingerprint(room: str, modules: Iterable[str]) -> str:
    """The hash of some modules of a room: what they make is made anew when they change."""
    digest = hashlib.sha256()
    for name in sorted(modules):
        digest.update((_PACKAGE / room / f"{name}.py").read_bytes())
    return digest.hexdigest()


def mapped(path: Path) -> memoryview | None:
    """A file's bytes, mapped into memory: only what is looked at is loaded. None if there is no such file.

    Whoever writes the file anew must put another one in its place (`keep` does), never shorten this one.
    """
    try:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # missing, not to be read, or empty
        return None


def keep(path: Path, content: bytes) -> None:
    """Writes a file that can be made again, all of it or nothing; a folder that cannot be written costs time only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        try:
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        logger.info("action=cache-not-written folder=%s reason=%s", path.parent, error.strerror)
