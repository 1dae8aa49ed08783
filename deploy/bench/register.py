"""The signed register: milliseconds a signature beside the library alone, seconds for a thousand certificates."""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any


THOUSAND = 1_000
TURNS = 30


def _milliseconds(act: Callable[[], Any]) -> float:
    act()
    began = time.process_time()
    for _each in range(TURNS):
        act()
    return 1000 * (time.process_time() - began) / TURNS


def signatures() -> dict[str, float]:
    """Return the cost of signing and verifying one credential, ours and the bare library's."""
    from django.utils import timezone
    from openbadgeslib.ob3.contexts import bundled_contexts
    from openvc.proof.data_integrity import DataIntegrityProofSuite

    from certificates.models import Credential
    from certificates.selectors.keys import issuer_document
    from certificates.signing import suite
    from certificates.signing.store import key_store

    newest = Credential.objects.select_related("intent__key").latest("pk")
    key, now = newest.intent.key, timezone.now()
    signer, unsigned = key_store().signer(key.kid), json.loads(newest.intent.document)
    signed, did = json.loads(newest.document), issuer_document()
    library, contexts = DataIntegrityProofSuite(), dict(bundled_contexts())
    bare = {**signed, "proof": signed["proof"][0]}
    public = signer.public_jwk()  # type: ignore[attr-defined]
    return {
        "sign_ms": _milliseconds(
            lambda: suite.sign(unsigned, signer=signer, method=key.method, created=now)
        ),
        "sign_bare_ms": _milliseconds(
            lambda: library.add_proof(
                unsigned,
                signing_key=signer,
                verification_method=key.method,
                extra_contexts=contexts,
            )
        ),
        "verify_ms": _milliseconds(lambda: suite.verify(signed, did_document=did, at=now)),
        "verify_bare_ms": _milliseconds(
            lambda: library.verify(bare, public_key_jwk=public, now=now, extra_contexts=contexts)
        ),
    }


def thousand() -> dict[str, float]:
    """Enter a thousand certificates, then return the seconds and statements that signing and logging them took."""
    from django.db import connection
    from django.utils import timezone

    from accounts.models import User
    from accounts.roles import Role
    from certificates.models import LogEntry
    from certificates.services.history import Officials, enter_certificate
    from certificates.services.publication import publish_register
    from certificates.signing.store import key_store

    day = date(2026, 11, 2)
    people = list(User.objects.order_by("pk"))
    officer = next(each for each in people if each.role_on(day, Role.CERTIFICATION_OFFICER))
    member = next(each for each in people if each.role_on(day, Role.COUNCIL_MEMBER))
    for place in range(THOUSAND):
        holder = User.objects.create(
            email=f"bench{place}@chuyengia.example", full_name=f"Nguyễn Văn Đo {place}"
        )
        enter_certificate(
            holder=holder,
            scheme_code="NSCL-QG",
            field_code="lean",
            officials=Officials(checked_by=officer, decided_by=member),
            decided_on=day,
            education="Đại học",
        )
    statements = 0

    def count(execute: Any, *arguments: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*arguments)

    before, store = LogEntry.objects.count(), key_store()
    began = time.monotonic()
    with connection.execute_wrapper(count):
        while publish_register(store=store, at=timezone.now(), most=THOUSAND):
            pass
    seconds = time.monotonic() - began
    logged = LogEntry.objects.count() - before
    if logged < THOUSAND:
        raise RuntimeError(f"only {logged} of {THOUSAND} were logged")
    return {"thousand_s": seconds, "thousand_sql": statements / logged}


def main() -> None:
    """Print the figures as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
    import django

    django.setup()
    from django.utils import timezone

    from certificates.services.publication import publish_register
    from certificates.signing.store import key_store

    while publish_register(store=key_store(), at=timezone.now(), most=THOUSAND):
        pass  # what the demonstration left
    sys.stdout.write(json.dumps({**signatures(), **thousand()}))


if __name__ == "__main__":
    main()
