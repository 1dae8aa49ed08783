"""Everything the register keeps, by capability."""

from certificates.models.decisions import Decision, DecisionOutcome, NumberCounter
from certificates.models.documents import CertificateDocument, DocumentState
from certificates.models.dossiers import Dossier, DossierAct, DossierEvent, DossierState
from certificates.models.evidence import Evidence, EvidenceActor, EvidenceKind, Part
from certificates.models.register import (
    Certificate,
    CertificateStatus,
    EventKind,
    ProposalState,
    StatusEvent,
    StatusProposal,
)
from certificates.models.schemes import (
    ExpertField,
    RecognitionLevel,
    Scheme,
    SchemeVersion,
    by_language,
    read_requirement,
    requirement_labels,
)
from certificates.models.targets import Qualifier, Target, Unit


__all__ = [
    "Certificate",
    "CertificateDocument",
    "CertificateStatus",
    "Decision",
    "DecisionOutcome",
    "DocumentState",
    "Dossier",
    "DossierAct",
    "DossierEvent",
    "DossierState",
    "EventKind",
    "Evidence",
    "EvidenceActor",
    "EvidenceKind",
    "ExpertField",
    "NumberCounter",
    "Part",
    "ProposalState",
    "Qualifier",
    "RecognitionLevel",
    "Scheme",
    "SchemeVersion",
    "StatusEvent",
    "StatusProposal",
    "Target",
    "Unit",
    "by_language",
    "read_requirement",
    "requirement_labels",
]
