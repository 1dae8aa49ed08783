"""Everything the register keeps, by capability."""

from certificates.models.agreements import ConductAgreement
from certificates.models.api_tokens import ApiToken, ApiUse, Scope
from certificates.models.arrangements import Arrangement, ArrangementKind, ArrangementState
from certificates.models.cases import (
    Case,
    CaseAct,
    CaseEvent,
    CaseKind,
    CaseLetter,
    CaseOutcome,
    CaseState,
)
from certificates.models.council import (
    AgendaLine,
    DecisionDocument,
    LineState,
    Meeting,
    MeetingMember,
    MeetingState,
    Vote,
)
from certificates.models.council_papers import CouncilLetter, CouncilPaper, LetterKind
from certificates.models.decisions import Decision, DecisionOutcome, NumberCounter
from certificates.models.diary import MOST_HOURS, Activity, ActivityKind
from certificates.models.documents import CertificateDocument, DocumentState
from certificates.models.dossiers import Dossier, DossierAct, DossierEvent, DossierState
from certificates.models.evidence import Evidence, EvidenceActor, EvidenceKind, Part
from certificates.models.files import EvidenceFile, FileAbout, FileKind
from certificates.models.interests import ConflictStatement, Interest, InterestKind
from certificates.models.lists import ListAnswer, ListCheck, NameMatch
from certificates.models.losses import LogLoss
from certificates.models.recognised import (
    RecognisedAct,
    RecognisedCertificate,
    RecognisedEvent,
    RecognisedScheme,
    RecognisedState,
)
from certificates.models.register import (
    Certificate,
    CertificateStatus,
    EventKind,
    ProposalState,
    StatusEvent,
    StatusProposal,
)
from certificates.models.reissues import Reissue
from certificates.models.reminders import Reminder
from certificates.models.schemes import (
    Competence,
    ExpertField,
    RecognitionLevel,
    Scheme,
    SchemeAuthor,
    SchemeVersion,
    by_language,
    read_requirement,
    requirement_labels,
)
from certificates.models.signing import (
    LIST_SIZE,
    Checkpoint,
    Credential,
    KeyAct,
    KeyEvent,
    KeyRole,
    LogEntry,
    LogHead,
    LogTile,
    OfflineToken,
    SigningIntent,
    SigningKey,
    StatusList,
)
from certificates.models.succession import Correction, Renewal, printed_on
from certificates.models.surveillance import (
    HolderLetter,
    Report,
    ReportAct,
    ReportEvent,
    ReportState,
)
from certificates.models.targets import Qualifier, Target, Unit
from certificates.models.visibility import Listing, VisibilityChoice, VisibilityPurpose
from certificates.models.watching import Delivery, DeliveryState, Hook, Watch, WatchNotice


__all__ = [
    "LIST_SIZE",
    "MOST_HOURS",
    "Activity",
    "ActivityKind",
    "AgendaLine",
    "ApiToken",
    "ApiUse",
    "Arrangement",
    "ArrangementKind",
    "ArrangementState",
    "Case",
    "CaseAct",
    "CaseEvent",
    "CaseKind",
    "CaseLetter",
    "CaseOutcome",
    "CaseState",
    "Certificate",
    "CertificateDocument",
    "CertificateStatus",
    "Checkpoint",
    "Competence",
    "ConductAgreement",
    "ConflictStatement",
    "Correction",
    "CouncilLetter",
    "CouncilPaper",
    "Credential",
    "Decision",
    "DecisionDocument",
    "DecisionOutcome",
    "Delivery",
    "DeliveryState",
    "DocumentState",
    "Dossier",
    "DossierAct",
    "DossierEvent",
    "DossierState",
    "EventKind",
    "Evidence",
    "EvidenceActor",
    "EvidenceFile",
    "EvidenceKind",
    "ExpertField",
    "FileAbout",
    "FileKind",
    "HolderLetter",
    "Hook",
    "Interest",
    "InterestKind",
    "KeyAct",
    "KeyEvent",
    "KeyRole",
    "LetterKind",
    "LineState",
    "ListAnswer",
    "ListCheck",
    "Listing",
    "LogEntry",
    "LogHead",
    "LogLoss",
    "LogTile",
    "Meeting",
    "MeetingMember",
    "MeetingState",
    "NameMatch",
    "NumberCounter",
    "OfflineToken",
    "Part",
    "ProposalState",
    "Qualifier",
    "RecognisedAct",
    "RecognisedCertificate",
    "RecognisedEvent",
    "RecognisedScheme",
    "RecognisedState",
    "RecognitionLevel",
    "Reissue",
    "Reminder",
    "Renewal",
    "Report",
    "ReportAct",
    "ReportEvent",
    "ReportState",
    "Scheme",
    "SchemeAuthor",
    "SchemeVersion",
    "Scope",
    "SigningIntent",
    "SigningKey",
    "StatusEvent",
    "StatusList",
    "StatusProposal",
    "Target",
    "Unit",
    "VisibilityChoice",
    "VisibilityPurpose",
    "Vote",
    "Watch",
    "WatchNotice",
    "by_language",
    "printed_on",
    "read_requirement",
    "requirement_labels",
]
