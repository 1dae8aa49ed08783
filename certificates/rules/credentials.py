"""
The credential of a certificate, composed from what is printed on it: Open Badges 3.0 over W3C VC 2.0.

`proof`, `evidence` and `type` are arrays and `credentialStatus` is one object, as the standard's JSON Schema wants;
names carry both languages in one text, because the standard has no place for two.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo


CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LEVELS = {
    "national": ("1", "Quốc gia / National"),
    "regional": ("2", "Khu vực / Regional"),
    "international": ("3", "Quốc tế / International"),
}


@dataclass(frozen=True)
class Issuer:
    """Who signs: a decentralised identifier, and where the register is on the web."""

    did: str
    site: str


@dataclass(frozen=True)
class Instance:
    """What one credential has beside the certificate: its place in the status list, its salt, its first day."""

    status_index: int
    salt: str
    valid_from: date


def compose(
    printed: Mapping[str, Any], *, holder_email: str, issuer: Issuer, instance: Instance
) -> dict[str, Any]:
    """
    Return the unsigned credential of a certificate, from its snapshot.

    The name and the e-mail address are hashed with a salt, never clear; the identity card's number is not
    there at all, since twelve digits can be tried out.
    """
    number, scheme = printed["number"], printed["scheme"]
    address = f"{issuer.site}/tra-cuu/{number}/"
    list_address = f"{issuer.site}/status/1"
    return {
        "@context": CONTEXTS,
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _both(scheme),
        "issuer": {
            "id": issuer.did,
            "type": ["Profile"],
            "name": _both(printed["issuer"]),
            "url": issuer.site,
        },
        "awardedDate": _begin(date.fromisoformat(printed["decision"]["date"])),
        "validFrom": _begin(instance.valid_from),
        "validUntil": _end(date.fromisoformat(printed["valid_until"])),
        "credentialSubject": _subject(printed, holder_email, issuer=issuer, salt=instance.salt),
        "evidence": [
            {
                "id": f"{address}#quyet-dinh",
                "type": ["Evidence"],
                "genre": "Decision",
                "name": f"Quyết định / Decision {printed['decision']['number']}",
            }
        ],
        "credentialStatus": {
            "id": f"{list_address}#{instance.status_index}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(instance.status_index),
            "statusListCredential": list_address,
        },
    }


def _subject(
    printed: Mapping[str, Any], holder_email: str, *, issuer: Issuer, salt: str
) -> dict[str, Any]:
    return {
        "type": ["AchievementSubject"],
        "identifier": [
            identity("emailAddress", holder_email, salt=salt),
            identity("name", printed["name"], salt=salt),
        ],
        "licenseNumber": printed["number"],
        "role": "Chuyên gia / Expert",
        "achievement": _achievement(printed, site=issuer.site),
        "result": _result(printed["scheme"], site=issuer.site),
    }


def identity(kind: str, value: str, *, salt: str) -> dict[str, Any]:
    """Return the salted hash of one fact about the holder, as Open Badges 3.0 writes it (SHA-256 of value and salt)."""
    plain = unicodedata.normalize("NFC", value.lower() if kind == "emailAddress" else value)
    digest = hashlib.sha256((plain + salt).encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityType": kind,
        "identityHash": f"sha256${digest}",
        "salt": salt,
    }


def names(credential: Mapping[str, Any], value: str) -> bool:
    """Return whether the credential was made out to somebody of exactly that name."""
    held = credential["credentialSubject"]["identifier"]
    return any(
        each["identityType"] == "name"
        and each == {**each, **identity("name", value, salt=each["salt"])}
        for each in held
    )


def _achievement(printed: Mapping[str, Any], *, site: str) -> dict[str, Any]:
    scheme, field = printed["scheme"], printed["field"]
    page = f"{site}/chung-chi/{scheme['code']}/"
    here = f"{page}#{scheme['version']}"
    return {
        "id": here,
        "type": ["Achievement"],
        "achievementType": "Certification",
        "humanCode": scheme["code"],
        "version": str(scheme["version"]),
        "inLanguage": "vi",
        "name": _both(scheme),
        "description": _both(scheme),
        "fieldOfStudy": "Năng suất và chất lượng / Productivity and quality",
        "specialization": _both(field),
        "tag": [f"level:{scheme['level']}", f"scheme:{scheme['code']}", f"field:{field['code']}"],
        "criteria": {
            "id": page,
            "narrative": "Điều kiện: xem trang chương trình / See the scheme",
        },
        "resultDescription": [
            {
                "id": f"{here}-level",
                "type": ["ResultDescription"],
                "name": "Cấp / Level",
                "resultType": "RubricCriterionLevel",
                "rubricCriterionLevel": [
                    {
                        "id": f"{here}-{code}",
                        "type": ["RubricCriterionLevel"],
                        "name": name,
                        "level": rank,
                    }
                    for code, (rank, name) in LEVELS.items()
                ],
            }
        ],
        **_alignment(scheme, page=page),
    }


def _alignment(scheme: Mapping[str, Any], *, page: str) -> dict[str, Any]:
    """
    Return the competences that were certified; nothing for a snapshot that knows none, so that it signs as it always did.

    Each is named by its own address: nameless parts that look alike are dear to put in order, and refused by `shape`.
    """
    framework = f"{page}phien-ban/{scheme['version']}/"
    aligned = [
        {
            "id": f"{framework}#{each['code']}",
            "type": ["Alignment"],
            "targetCode": each["code"],
            "targetName": _both(each),
            "targetType": "ceasn:Competency",
            "targetFramework": f"{_both(scheme)} {scheme['version']}",
            "targetUrl": f"{framework}#{each['code']}",
        }
        for each in scheme.get("competences", ())
    ]
    return {"alignment": aligned} if aligned else {}


def _result(scheme: Mapping[str, Any], *, site: str) -> list[dict[str, Any]]:
    here = f"{site}/chung-chi/{scheme['code']}/#{scheme['version']}"
    return [
        {
            "type": ["Result"],
            "resultDescription": f"{here}-level",
            "achievedLevel": f"{here}-{scheme['level']}",
        }
    ]


def _both(named: Mapping[str, Any]) -> str:
    return f"{named['name_vi']} / {named['name_en']}"


def _begin(day: date) -> str:
    return _utc(datetime.combine(day, time(0), tzinfo=HANOI))


def _end(day: date) -> str:
    return _utc(datetime.combine(day, time(23, 59, 59), tzinfo=HANOI))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
