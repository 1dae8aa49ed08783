"""The only door into certificates for the apps above it."""

from certificates.problems import Conflicted, NotEntitled, NotReady, Problem
from certificates.selectors.arrangements import arrangements_of, extra_time
from certificates.selectors.evidence import has_taught
from certificates.selectors.register import register_size
from certificates.selectors.schemes import references
from certificates.services.arrangements import ask_arrangement
from certificates.services.council_papers import carry_out_waiting, sign_document
from certificates.services.evidence import record_evidence
from certificates.services.history import Officials, enter_certificate
from certificates.services.meetings import Call, add_lines, call_meeting, open_meeting
from certificates.services.stages import Application, Enclosure, apply
from certificates.services.status import change_status, note_expiries
from certificates.services.visibility import let_be_found
from certificates.services.votes import cast_votes, conclude, state_interests


__all__ = [
    "Application",
    "Call",
    "Conflicted",
    "Enclosure",
    "NotEntitled",
    "NotReady",
    "Officials",
    "Problem",
    "add_lines",
    "apply",
    "arrangements_of",
    "ask_arrangement",
    "call_meeting",
    "carry_out_waiting",
    "cast_votes",
    "change_status",
    "conclude",
    "enter_certificate",
    "extra_time",
    "has_taught",
    "let_be_found",
    "note_expiries",
    "open_meeting",
    "record_evidence",
    "references",
    "register_size",
    "sign_document",
    "state_interests",
]
