"""The vault: the key of a profile, locked once by the passphrase and once by the recovery code.

Each lock is a tiny SQLCipher database of its own that holds the key. SQLCipher makes its page key
from the words (PBKDF2-HMAC-SHA512, 256,000 rounds, a salt for each file), so there is no
cryptography of our own here. Both lie in one file, each with a checksum, so that damage is never
taken for a wrong passphrase.
"""

import hashlib
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.secrets.passphrase import understood
from app.domain.secrets.recovery import read_code
from app.errors import KeyFileDamaged, WrongCode, WrongPassphrase
from data.keys import Key
from data.passing import passing_folder

MAGIC = b"Rondo vault 1\n"
_PASSPHRASE, _CODE = "passphrase:", "recovery:"
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Vault:
    """The two locks, as bytes."""

    by_passphrase: bytes = field(repr=False)
    by_code: bytes = field(repr=False)

    def packed(self) -> bytes:
        """All of it in one piece, to be kept."""
        return MAGIC + b"".join(
            len(part).to_bytes(4, "big") + hashlib.sha256(part).digest() + part
            for part in (self.by_passphrase, self.by_code)
        )

    def open_with_passphrase(self, text: str) -> Key:
        """The key. Raises `WrongPassphrase`."""
        key = _opened(self.by_passphrase, _PASSPHRASE + understood(text))
        if key is None:
            raise WrongPassphrase
        return key

    def open_with_code(self, text: str) -> Key:
        """The key. Raises `CodeMistyped` or `WrongCode`."""
        key = _opened(self.by_code, _CODE + read_code(text))
        if key is None:
            raise WrongCode
        return key

    def with_passphrase(self, key: Key, text: str) -> "Vault":
        """The same key and recovery code under another passphrase."""
        return replace(self, by_passphrase=_locked(key, _PASSPHRASE + understood(text)))

    def with_code(self, key: Key, code: str) -> "Vault":
        """The same key and passphrase under another recovery code."""
        return replace(self, by_code=_locked(key, _CODE + read_code(code)))


def new_vault(key: Key, passphrase: str, code: str) -> Vault:
    """Lock the key twice."""
    return Vault(b"", b"").with_passphrase(key, passphrase).with_code(key, code)


def unpacked(content: bytes, path: Path) -> Vault:
    """Read a vault. Raises `KeyFileDamaged` when a byte of it is not as it was written."""
    if not content.startswith(MAGIC):
        raise KeyFileDamaged(path)
    parts, at = [], len(MAGIC)
    for _ in range(2):
        size = int.from_bytes(content[at : at + 4], "big")
        digest = content[at + 4 : at + 4 + _DIGEST]
        at += 4 + _DIGEST
        part = content[at : at + size]
        at += size
        if len(part) != size or not size or hashlib.sha256(part).digest() != digest:
            raise KeyFileDamaged(path)
        parts.append(part)
    if at != len(content):
        raise KeyFileDamaged(path)
    return Vault(*parts)


def _locked(key: Key, words: str) -> bytes:
    with passing_folder("vault") as folder:
        file = Path(folder) / "lock"
        with closing(_connected(file, words)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # it is read back from here
            connection.execute("CREATE TABLE secret (key BLOB NOT NULL)")
            connection.execute("INSERT INTO secret VALUES (?)", (key.reveal(),))
        return file.read_bytes()


def _opened(lock: bytes, words: str) -> Key | None:
    """The key, None when the words are wrong. What lies on the disk meanwhile is encrypted."""
    with passing_folder("vault") as folder:
        file = Path(folder) / "lock"
        file.write_bytes(lock)
        try:
            with closing(_connected(file, words)) as connection:
                return Key(connection.execute("SELECT key FROM secret").fetchone()[0])
        except sqlite.DatabaseError:
            return None


def _connected(file: Path, words: str) -> sqlite.Connection:
    connection = sqlite.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    # As hex: no letter of it can end the statement, whatever is typed.
    connection.execute(f"PRAGMA hexkey = '{words.encode(errors='surrogatepass').hex()}'")
    connection.execute("PRAGMA cipher_compatibility = 4")
    return connection
