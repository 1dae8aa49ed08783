from django.db import migrations

from accounts.append_only import AppendOnly
from certificates import reference
from accounts.triggers import Refuse


SCHEME = "certificates_schemeversion"
DOSSIER = "certificates_dossier"
DECISION = "certificates_decision"
CERTIFICATE = "certificates_certificate"
EVENT = "certificates_statusevent"
PROPOSAL = "certificates_statusproposal"

DOSSIER_OF_DECISION = f"SELECT 1 FROM {DOSSIER} d WHERE d.id = NEW.dossier_id"
# Evidence in which the decider took a part for the applicant of the dossier.
PART = f"""SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN {DOSSIER} d ON d.applicant_id = e.person_id
WHERE d.id = NEW.dossier_id AND a.person_id = NEW.decided_by_id"""
# 24 months before the decision, by calendar: the year less two, month and day as they are.
BAR_BEGINS = """CAST(CAST(substr(CAST(NEW.decided_on AS text), 1, 4) AS integer) - 2 AS text)
|| substr(CAST(NEW.decided_on AS text), 5)"""


def load(apps, schema_editor):
    reference.load_schemes(apps)
    reference.load_targets(apps)


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_initial")]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        *(
            AppendOnly(f"certificates_{table}")
            for table in ("evidence", "evidenceactor", "dossierevent", "decision", "certificate", "statusevent")
        ),
        Refuse("scheme_version_is_published", SCHEME, "UPDATE", "OLD.published_at IS NOT NULL"),
        Refuse("scheme_version_was_published", SCHEME, "DELETE", "OLD.published_at IS NOT NULL"),
        Refuse(
            "dossier_keeps_its_person_and_scheme",
            DOSSIER,
            "UPDATE",
            "OLD.applicant_id <> NEW.applicant_id OR OLD.scheme_id <> NEW.scheme_id"
            " OR OLD.scheme_version_id <> NEW.scheme_version_id",
        ),
        Refuse(
            "dossier_is_decided",
            DOSSIER,
            "UPDATE",
            "OLD.state IN ('granted', 'refused', 'not_eligible')",
        ),
        Refuse(
            "dossier_state_needs_decision",
            DOSSIER,
            "UPDATE",
            "NEW.state IN ('granted', 'refused') AND NOT EXISTS ("
            f"SELECT 1 FROM {DECISION} v WHERE v.dossier_id = NEW.id"
            " AND v.outcome = CASE NEW.state WHEN 'granted' THEN 'grant' ELSE 'refuse' END)",
        ),
        Refuse("dossier_is_kept", DOSSIER, "DELETE", "OLD.state <> 'draft'"),
        Refuse(
            "decision_by_applicant",
            DECISION,
            "INSERT",
            f"EXISTS ({DOSSIER_OF_DECISION} AND d.applicant_id = NEW.decided_by_id)",
        ),
        Refuse(
            "decision_by_checker",
            DECISION,
            "INSERT",
            f"EXISTS ({DOSSIER_OF_DECISION} AND d.checked_by_id = NEW.decided_by_id)",
        ),
        Refuse(
            "decision_by_teacher",
            DECISION,
            "INSERT",
            f"EXISTS ({PART} AND a.part = 'trained' AND CAST(e.obtained_on AS text) >= {BAR_BEGINS})",
        ),
        Refuse("decision_by_examiner", DECISION, "INSERT", f"EXISTS ({PART} AND a.part = 'examined')"),
        Refuse(
            "decision_before_check",
            DECISION,
            "INSERT",
            f"NOT EXISTS ({DOSSIER_OF_DECISION} AND d.state = 'eligible' AND d.checked_by_id IS NOT NULL)",
        ),
        Refuse(
            "certificate_without_grant",
            CERTIFICATE,
            "INSERT",
            f"NOT EXISTS (SELECT 1 FROM {DECISION} v JOIN {DOSSIER} d ON d.id = v.dossier_id"
            " WHERE v.id = NEW.decision_id AND v.outcome = 'grant' AND d.id = NEW.dossier_id"
            " AND d.applicant_id = NEW.holder_id AND d.scheme_version_id = NEW.scheme_version_id)",
        ),
        Refuse(
            "status_without_four_eyes",
            EVENT,
            "INSERT",
            "NEW.event IN ('suspended', 'reinstated', 'withdrawn') AND NOT EXISTS ("
            f"SELECT 1 FROM {PROPOSAL} p WHERE p.id = NEW.proposal_id AND p.state = 'confirmed'"
            " AND p.event = NEW.event AND p.certificate_id = NEW.certificate_id"
            " AND p.settled_by_id = NEW.decided_by_id AND p.proposed_by_id <> NEW.decided_by_id)",
        ),
        Refuse(
            "status_by_holder",
            EVENT,
            "INSERT",
            f"EXISTS (SELECT 1 FROM {CERTIFICATE} c WHERE c.id = NEW.certificate_id"
            " AND c.holder_id = NEW.decided_by_id)"
            " AND NEW.event IN ('suspended', 'reinstated', 'withdrawn')",
        ),
        Refuse("proposal_is_settled", PROPOSAL, "UPDATE", "OLD.state <> 'open'"),
        Refuse(
            "proposal_keeps_its_words",
            PROPOSAL,
            "UPDATE",
            "OLD.certificate_id <> NEW.certificate_id OR OLD.event <> NEW.event"
            " OR OLD.proposed_by_id <> NEW.proposed_by_id OR OLD.reason_vi <> NEW.reason_vi",
        ),
        Refuse("proposal_is_kept", PROPOSAL, "DELETE", "1 = 1"),
    ]
