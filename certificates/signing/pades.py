"""
The organisation's signature on a PDF: PAdES, made by pyHanko with a key that is opened once.

Without a timestamp authority it is B-B; with one it is B-T, and with that authority's root certificates B-LTA, which can
still be checked when all certificates in it have expired.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys, pem, x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper, TimestampRequestError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from certificates.models import SigningKey
from certificates.signing.seals import SealingError
from certificates.signing.store import KeyStore, KeyStoreError


FIELD = "ChuKySo"
# Read aloud by a screen reader in place of the field's name.
FIELD_IN_WORDS = "Chữ ký số của cơ quan cấp / Digital signature of the issuer"
HASH = "sha256"
TIMES_OUT_AFTER = 10


class HeldKeySigner(SimpleSigner):  # type: ignore[misc,unused-ignore]
    """Signs with a key object that stays open; the library reads the key anew for every signature, twice."""

    def __init__(self, key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, chain: str) -> None:
        own, *others = certificates_in(chain)
        known = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        known.register_multiple(others)
        closed = key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        super().__init__(
            signing_cert=own,
            signing_key=asn1_keys.PrivateKeyInfo.load(closed),
            cert_registry=known,
        )
        self._key = key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Return the raw signature; raise SigningError for a hash that is not used here."""
        if digest_algorithm != HASH:
            message = f"Signatures here are made over {HASH}, not {digest_algorithm}."
            raise SigningError(message)
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


@dataclass(frozen=True)
class Sealer:
    """Who signs PDFs, and who says when."""

    signer: HeldKeySigner
    reason: str
    timestamper: TimeStamper | None = None
    # what the library follows to the roots, to keep all that is needed for later checks in the file
    context: ValidationContext | None = None

    def seal(self, pdf: bytes) -> bytes:
        """Return the PDF with a certifying signature after which nothing may change; raise SealingError if that fails."""
        metadata = PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm=HASH,
            subfilter=SigSeedSubFilter.PADES,
            reason=self.reason,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            validation_context=self.context,
            embed_validation_info=self.context is not None,
            use_pades_lta=self.context is not None,
        )
        signer = PdfSigner(
            metadata,
            self.signer,
            timestamper=self.timestamper,
            new_field_spec=SigFieldSpec(FIELD, readable_field_name=FIELD_IN_WORDS),
        )
        try:
            signed = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)))
        except (
            SigningError,
            PdfError,
            TimestampRequestError,
            PathError,
            ValueError,
            OSError,
        ) as problem:
            raise SealingError(f"{type(problem).__name__}: {problem}") from problem
        return bytes(signed.getvalue())


def sealer_of(key: SigningKey, *, store: KeyStore, reason: str) -> Sealer:
    """Return who signs with that key, as the settings say; raise KeyStoreError if the key cannot be opened here."""
    opened = store.private_key(key.kid)
    if not isinstance(opened, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        message = f"The private key {key.kid} is not one that signs documents."
        raise KeyStoreError(message)
    signer = HeldKeySigner(opened, key.chain)
    if not settings.TSA_URL:
        return Sealer(signer, reason)
    timestamper = HTTPTimeStamper(settings.TSA_URL, timeout=TIMES_OUT_AFTER)
    if not settings.TSA_ROOTS:
        return Sealer(signer, reason, timestamper)
    trusted = [*certificates_in(settings.TSA_ROOTS.read_text()), *certificates_in(key.chain)[-1:]]
    context = ValidationContext(
        trust_roots=trusted, allow_fetching=True, revocation_mode="soft-fail"
    )
    return Sealer(signer, reason, timestamper, context)


def certificates_in(text: str) -> list[Any]:
    """Return the certificates of a PEM text, in its order."""
    return list(_read(text.encode()))


def _read(written: bytes) -> Iterator[x509.Certificate]:
    for _kind, _headers, content in pem.unarmor(written, multiple=True):
        yield x509.Certificate.load(content)
