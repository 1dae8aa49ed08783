"""
Where private keys live: encrypted files that only the signing worker opens.

The database holds public keys alone, and the web process neither. A hardware module takes the place of
`Signer` without anybody noticing: whoever signs is asked for a name, a public key and a signature.
"""

import os
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from django.conf import settings
from openvc.keys import Ed25519SigningKey, InvalidKey


class KeyStoreError(Exception):
    """The private key cannot be used here: wrong process, wrong passphrase, or no such file."""


class Signer(Protocol):
    """What signs: an Ed25519 key in a file, in a hardware module or behind a service."""

    @property
    def alg(self) -> str:
        """The name of the algorithm."""
        ...

    @property
    def kid(self) -> str:
        """The name of the key."""
        ...

    def sign(self, signing_input: bytes) -> bytes:
        """Return the raw signature of 64 bytes."""
        ...

    def public_key_raw(self) -> bytes:
        """Return the public key of 32 bytes."""
        ...


class KeyStore:
    """Encrypted PKCS#8 files in one folder, one for each key, readable by their owner only."""

    def __init__(self, folder: Path, passphrase: str) -> None:
        self.folder = folder
        self._passphrase = passphrase.encode()
        self._loaded: dict[str, Signer] = {}
        self._opened: dict[str, PrivateKeyTypes] = {}

    def create(self, kid: str) -> bytes:
        """
        Make a new private key under that name and return its public key of 32 bytes.

        Raises FileExistsError rather than write over a key.
        """
        key = Ed25519PrivateKey.generate()
        self.keep(kid, key)
        return key.public_key().public_bytes_raw()

    def keep(self, kid: str, key: PrivateKeyTypes) -> None:
        """Write a private key under that name; raise FileExistsError rather than write over one."""
        sealed = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(self._passphrase),
        )
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(self._path(kid), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(descriptor, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())

    def signer(self, kid: str) -> Signer:
        """Return the signer of that name; raise KeyStoreError if the file or the passphrase is not right."""
        if kid not in self._loaded:
            try:
                sealed = self._path(kid).read_bytes()
                self._loaded[kid] = Ed25519SigningKey.from_pem(sealed, kid, self._passphrase)
            except (OSError, ValueError, TypeError, InvalidKey) as problem:
                message = f"The private key {kid} cannot be opened in {self.folder}: {problem}"
                raise KeyStoreError(message) from problem
        return self._loaded[kid]

    def private_key(self, kid: str) -> PrivateKeyTypes:
        """Return the private key of that name, for a library that signs by itself; raise KeyStoreError if it cannot be opened."""
        if kid not in self._opened:
            try:
                sealed = self._path(kid).read_bytes()
                self._opened[kid] = serialization.load_pem_private_key(sealed, self._passphrase)
            except (OSError, ValueError, TypeError) as problem:
                message = f"The private key {kid} cannot be opened in {self.folder}: {problem}"
                raise KeyStoreError(message) from problem
        return self._opened[kid]

    def _path(self, kid: str) -> Path:
        return self.folder / f"{kid}.pem"


_STORES: dict[tuple[Path, str], KeyStore] = {}


def key_store() -> KeyStore:
    """Return this installation's keys; raise KeyStoreError in a process that is not the signing worker."""
    if not settings.SIGNER:
        message = "Private keys are opened by the signing worker only (SIGNER=1)."
        raise KeyStoreError(message)
    where = (Path(settings.KEYS_DIR), settings.KEYS_PASSPHRASE)
    return _STORES.setdefault(where, KeyStore(*where))
