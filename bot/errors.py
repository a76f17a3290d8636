"""Every error that Oponte raises on purpose: whose fault it is, and what to do.

OponteError
├── DataError        an editor's: a file under data/ or a catalog has a gap; the message lists file, line and mend
├── SettingsError    the operator's: an environment variable or flag is wrong; the message names it
├── StorageError     the operator's: the database cannot be used as it is
│   └── SchemaBehind the database needs `oponte db upgrade`
├── StorageDown      nobody's: the database does not answer now; try again later, acknowledge nothing
└── Conflict         nobody's: another replica changed the same chat first; load again and repeat the step
"""


class OponteError(Exception):
    """The root: catching it catches every error made here."""


class DataError(OponteError):
    """A file under `data/` or `locales/` is broken; the bot refuses to start on it."""


class SettingsError(OponteError):
    """A setting is missing or wrong."""


class StorageError(OponteError):
    """The database cannot be used as it is."""


class SchemaBehind(StorageError):
    """The database's tables are older than the program."""


class StorageDown(OponteError):
    """The database does not answer now."""


class Conflict(OponteError):
    """The chat's state was changed by somebody else since it was loaded."""
