"""The only door into certificates for the apps above it."""

from certificates.problems import Conflicted, NotEntitled, NotReady, Problem
from certificates.selectors.arrangements import arrangements_of, extra_time
from certificates.selectors.evidence import has_taught
from certificates.selectors.register import register_size
from certificates.selectors.schemes import references
from certificates.services.arrangements import ask_arrangement
from certificates.services.evidence import record_evidence
from certificates.services.history import Officials, enter_certificate
from certificates.services.stages import Application, Enclosure, apply
from certificates.services.status import change_status, note_expiries
from certificates.services.visibility import let_be_found


__all__ = [
    "Application",
    "Conflicted",
    "Enclosure",
    "NotEntitled",
    "NotReady",
    "Officials",
    "Problem",
    "apply",
    "arrangements_of",
    "ask_arrangement",
    "change_status",
    "enter_certificate",
    "extra_time",
    "has_taught",
    "let_be_found",
    "note_expiries",
    "record_evidence",
    "references",
    "register_size",
]
