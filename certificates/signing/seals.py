"""The organisation's X.509 key, with which printed certificates are signed: made here for a demonstration, or imported."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID


GOOD_FOR = timedelta(days=5 * 365)
HOUR = timedelta(hours=1)
PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class SealError(Exception):
    """The file holds no key and certificate that can sign documents."""


class SealingError(Exception):
    """The PDF could not be signed now: no answer from the timestamp authority, or a seal that is not valid."""


@dataclass(frozen=True)
class Seal:
    """A private key and its certificates: its own first, each next one vouching for the one before."""

    key: PrivateKey
    chain: tuple[x509.Certificate, ...]

    @property
    def public_key(self) -> bytes:
        """The public key as SubjectPublicKeyInfo."""
        return self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def chain_pem(self) -> str:
        """The certificates as PEM."""
        return b"".join(
            each.public_bytes(serialization.Encoding.PEM) for each in self.chain
        ).decode()


def make_seal(*, name: str, organisation: str, at: datetime) -> Seal:
    """
    Return a new key with a certificate of its own authority, whose key is forgotten at once.

    Readers show such a seal as intact and its authority as unknown: enough for a demonstration and for tests.
    """
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _each in range(2))
    root_name = _name(f"{name[:58]} Root", organisation)
    root = (
        _certificate(root_name, root_key.public_key(), at=at)
        .issuer_name(root_name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(authority=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    leaf = (
        _certificate(_name(name[:64], organisation), key.public_key(), at=at)
        .issuer_name(root_name)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()),
            critical=False,
        )
        .sign(root_key, hashes.SHA256())
    )
    return Seal(key, (leaf, root))


def read_seal(packed: bytes, passphrase: str) -> Seal:
    """Return the key and certificates of a PKCS#12 file (.p12, .pfx); raise SealError if it cannot be used."""
    try:
        key, own, others = pkcs12.load_key_and_certificates(packed, passphrase.encode() or None)
    except ValueError as problem:
        raise SealError(f"The file cannot be opened: {problem}") from problem
    if own is None or not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise SealError("The file holds no certificate with its elliptic or RSA key.")
    return Seal(key, (own, *others))


def _name(name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    name: x509.Name, public: ec.EllipticCurvePublicKey, *, at: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - HOUR)
        .not_valid_after(at + GOOD_FOR)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
