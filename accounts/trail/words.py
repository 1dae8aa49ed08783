"""
What the trail's codes say to people: one line for each act and for each name inside an entry.

The codes are what is sealed and what programs read; the words stand beside them and may be bettered. The
house test `tests/house/test_trail_words.py` names every code in the source that has no line here.
"""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _


ACTS: Final = {
    "account.closed": _("Account closed"),
    "agency.let_in": _("Agency's system let in"),
    "arrangement.asked": _("Special arrangement asked for"),
    "arrangement.decided": _("Special arrangement decided on"),
    "arrangement.taken_back": _("Request for a special arrangement taken back"),
    "attempt.closed": _("Exam attempt closed"),
    "attempt.started": _("Exam attempt started"),
    "audit.exported": _("Copy of the audit trail taken"),
    "case.acknowledge": _("Case acknowledged"),
    "case.ask": _("Question asked in a case"),
    "case.decide": _("Case decided"),
    "case.lodged": _("Case lodged"),
    "case.receive": _("Case received"),
    "case.say": _("Statement added to a case"),
    "case.take_back": _("Case taken back"),
    "certificate.issued": _("Certificate issued"),
    "certificate.reissued": _("Certificate signed anew after a key was revoked"),
    "certificate.superseded": _("Certificate replaced by a later one"),
    "coordinator.dismissed": _("Coordinator relieved"),
    "coordinator.named": _("Coordinator named"),
    "correction.requested": _("Correction of a certificate requested"),
    "council.document_signed": _("Decision of the council signed"),
    "council.document_taken_over": _("Decision taken over to be signed"),
    "council.line_resolved": _("Decision that was not carried out settled"),
    "council.line_stuck": _("Decision could not be carried out"),
    "course.completed": _("Course completed"),
    "course.enrolled": _("Enrolled in a course"),
    "course.left": _("Course left"),
    "decision.made": _("Decision on certification made"),
    "dossier.checked": _("Application checked"),
    "dossier.submitted": _("Application submitted"),
    "file.added": _("File added as evidence"),
    "file.opened": _("Evidence file opened"),
    "file.removed": _("Evidence file taken out"),
    "file.restored": _("Evidence file put back"),
    "form.sealed": _("Question paper sealed"),
    "hook.added": _("Webhook address added"),
    "hook.paused": _("Webhook address paused"),
    "hook.removed": _("Webhook address deleted"),
    "hook.resumed": _("Webhook address resumed"),
    "hook.secret_renewed": _("Webhook secret renewed"),
    "interest.declared": _("Interest declared"),
    "interest.ended": _("Declared interest ended"),
    "items.loaded": _("Questions loaded into the bank"),
    "key.added": _("Signing key added"),
    "key.retired": _("Signing key retired"),
    "key.revoked": _("Signing key revoked"),
    "log.loss_answered": _("Loss of entries of the log answered for"),
    "log.loss_found": _("Loss of entries of the log found"),
    "log.loss_undone": _("Lost entries of the log brought back"),
    "meeting.called": _("Meeting of the council called"),
    "meeting.called_off": _("Meeting of the council called off"),
    "meeting.concluded": _("Meeting of the council concluded"),
    "meeting.interests_stated": _("Interests stated at a meeting"),
    "meeting.line_removed": _("Application taken off an agenda"),
    "meeting.lines_added": _("Applications put on an agenda"),
    "meeting.opened": _("Meeting of the council opened"),
    "meeting.voted": _("Votes cast at a meeting"),
    "membership.confirmed": _("Membership confirmed"),
    "membership.ended": _("Membership ended"),
    "membership.noted": _("Membership stated"),
    "membership.withdrawn": _("Membership statement withdrawn"),
    "organisation.added": _("Organisation added"),
    "organisation.changed": _("Organisation changed"),
    "profile.changed": _("Profile changed"),
    "recognised.annulled": _("Recognised certificate found to be entered in error"),
    "recognised.confirmed": _("Recognised certificate confirmed"),
    "recognised.ended": _("Recognition of a certificate ended"),
    "recognised.entered": _("Recognised certificate entered"),
    "recognised.linked": _("Recognised certificate linked to an account"),
    "recognised.rejected": _("Recognised certificate rejected"),
    "recognised.unlinked": _("Link of a recognised certificate undone"),
    "register.list_checked": _("List of certificate numbers checked"),
    "register.list_deleted": _("Checked list deleted"),
    "register.visibility_chosen": _("Visibility in the public register chosen"),
    "renewal.started": _("Renewal of a certificate opened"),
    "report.opened": _("Surveillance report asked for"),
    "report.filed": _("Surveillance report handed in"),
    "report.reviewed": _("Surveillance report judged"),
    "role.granted": _("Role granted"),
    "role.taken_back": _("Role taken back"),
    "scheme.created": _("Certification scheme opened"),
    "scheme.discarded": _("Draft of a scheme discarded"),
    "scheme.drafted": _("Draft of a scheme begun"),
    "scheme.edited": _("Draft of a scheme changed"),
    "scheme.handed_over": _("Draft of a scheme handed over to the council"),
    "scheme.published": _("Version of a scheme published"),
    "script.marked": _("Script marked"),
    "sitting.closed_early": _("Sitting closed early"),
    "sitting.created": _("Sitting created"),
    "sitting.released": _("Results of a sitting released"),
    "status.confirmed": _("Proposal about a certificate confirmed"),
    "status.proposed": _("Change of a certificate's status proposed"),
    "status.rejected": _("Proposal about a certificate turned down"),
    "token.made": _("Access token made"),
    "token.revoked": _("Access token revoked"),
    "watch.added": _("Certificates put on a watch list"),
    "watch.removed": _("Certificates taken off a watch list"),
}
DETAILS: Final = {
    "act": _("What exactly was done"),
    "by": _("By whom or by what"),
    "code": _("Code"),
    "conduct": _("Version of the code of conduct"),
    "conflicts": _("Ties stated"),
    "criteria": _("Score of each criterion"),
    "dang": _("File format"),
    "day": _("Day asked about"),
    "decision": _("Decision number"),
    "decided": _("Of them decided"),
    "den": _("To"),
    "digest": _("SHA-256 digest"),
    "doi_tuong": _("Subject"),
    "dossier": _("Application for a certificate"),
    "event": _("Change of status"),
    "fields": _("Fields changed"),
    "form": _("Question paper"),
    "items": _("Questions"),
    "kind": _("Kind"),
    "lines": _("Applications on the agenda"),
    "members": _("Members invited"),
    "name": _("Name"),
    "nguoi": _("Who"),
    "number": _("Number"),
    "organisation": _("Organisation"),
    "outcome": _("Outcome"),
    "passed": _("Of them passed"),
    "person": _("Person concerned"),
    "reason": _("Reason"),
    "receipt": _("Code of the receipt"),
    "records_kept": _("Records kept"),
    "redirect_uris": _("Addresses for answers"),
    "results": _("Number of results"),
    "role": _("Role"),
    "rows": _("Number of rows"),
    "scheme": _("Certification scheme"),
    "scopes": _("What it opens"),
    "scheme_version": _("Version of the scheme"),
    "shown": _("Shown to the public"),
    "sitting": _("Sitting"),
    "state": _("State reached"),
    "total": _("Total score"),
    "tu": _("From"),
    "version": _("Version of the words agreed to"),
    "versions": _("Versions"),
    "viec": _("Action"),
    "votes": _("Votes cast"),
}


def act_in_words(action: str) -> str:
    """Return an act in words; an act of an older version that has no word any more stays its code."""
    return str(ACTS.get(action, action))


def detail_in_words(name: str) -> str:
    """Return what a name inside an entry means, or the name itself where nobody wrote it down."""
    return str(DETAILS.get(name, name))


def said_of(detail: dict[str, Any]) -> list[tuple[str, str]]:
    """Return an entry's details as pairs of a word and what it says; lists are told, not shown as code."""
    return [(detail_in_words(name), _told(value)) for name, value in detail.items()]


def _told(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_told(each)}" for name, each in value.items())
    return "" if value is None else str(value)
