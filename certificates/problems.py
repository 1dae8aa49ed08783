"""What can stand in the way, in sentences for people."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Problem(Exception):  # noqa: N818 - it names what people read, a problem
    """A change was refused; `str()` is the sentence to show."""


class NotReady(Problem):
    """The record is not in the state that the change needs, or a requirement is unmet."""


class Conflicted(Problem):
    """The person must not take this part for this applicant or holder."""


class NotEntitled(Problem):
    """The person does not hold the role that the change needs on that day."""


CONFLICTS: dict[str, str | Promise] = {
    "decision_by_applicant": _("This is your own application; somebody else must decide on it."),
    "decision_by_checker": _("You checked this application; somebody else must decide on it."),
    "decision_by_teacher": _(
        "You taught this applicant within the last 24 months; somebody else must decide."
    ),
    "decision_by_examiner": _("You examined this applicant; somebody else must decide."),
    "decision_by_requester": _("You asked for this correction; somebody else must decide on it."),
    "decision_by_declared": _("You declared an interest here; somebody else must decide."),
    "dossier_checked_by_another": _("This is your own application; somebody else must check it."),
    "proposal_four_eyes": _("You made this proposal; somebody else must settle it."),
    "case_handled_by_involved": _(
        "You had a part in what this case is about; somebody who was not involved must take it."
    ),
    "case_decided_by_involved": _(
        "You had a part in what this case is about; somebody who was not involved must decide."
    ),
    "case_four_eyes": _("You handle this case; somebody else must decide it."),
    "recognised_four_eyes": _("You entered this certificate; another officer must confirm it."),
    "recognised_by_holder": _(
        "Nobody enters or confirms a certificate of their own; another officer must do it."
    ),
    "scheme_published_by_author": _(
        "You wrote at this draft; a council member who did not must publish it."
    ),
    "arrangement_decided_by_another": _(
        "This is your own request; somebody else must decide on it."
    ),
    "report_reviewed_by_holder": _("This is your own report; somebody else must judge it."),
    "status_by_holder": _("This is your own certificate; somebody else must settle it."),
    "document_by_barred": _(
        "Something bars you from one of the people in this document; another member must sign it."
    ),
    "document_by_absent": _("Only a member who was present signs the document."),
}
# A vote is barred by what bars a decision.
CONFLICTS |= {
    name.replace("decision_by_", "vote_by_"): words
    for name, words in CONFLICTS.items()
    if name.startswith("decision_by_")
}
OBSTACLES: dict[str, str | Promise] = {
    "arrangement_asked_once": _("You have asked for this already; an officer will decide on it."),
    "dossier_one_open": _("There is already an open application under this scheme."),
    "decision_before_check": _("No officer has found this application eligible."),
    "counter_year_full": _("All 9,999 numbers of this year are used up."),
    "case_is_closed": _(
        "The case is not in a state in which this can be done. Load the page again."
    ),
    "case_one_open_per_decision": _("A review of this decision is under way already."),
    "case_one_open_per_event": _("A review of this decision is under way already."),
    "recognised_number_once": _("This certificate is entered already."),
    "recognised_dates": _("The certificate cannot end before it was issued."),
    "recognised_state_runs_one_way": _(
        "The entry was settled in the meantime. Load the page again."
    ),
    "scheme_code_taken": _("Another scheme has this code."),
    "scheme_prefix_taken": _("Numbers of another scheme begin with these letters."),
    "line_one_live": _("One of the applications stands on the agenda of a meeting already."),
    "decision_on_agenda": _(
        "The application is on the agenda of a meeting; the council decides on it there."
    ),
    "vote_out_of_session": _("The meeting is not in session, or you are not invited to it."),
    "statement_out_of_session": _("The meeting is not in session, or you are not invited to it."),
    "vote_without_statement": _("Say first whether you have an interest in this application."),
    "vote_once": _("You have voted on this already; a vote is not changed."),
    "proposal_one_open": _("A proposal for this certificate already awaits the council."),
}
# SQLite names the columns of a unique index instead of the index.
COLUMNS = {
    "certificates_arrangement.person_id, certificates_arrangement.kind": "arrangement_asked_once",
    "certificates_dossier.applicant_id, certificates_dossier.scheme_id": "dossier_one_open",
    "certificates_statusproposal.certificate_id": "proposal_one_open",
    "certificates_agendaline.dossier_id": "line_one_live",
    "certificates_vote.line_id, certificates_vote.person_id": "vote_once",
    "certificates_case.dossier_id": "case_one_open_per_decision",
    "certificates_recognisedcertificate.scheme_id, certificates_recognisedcertificate.number": "recognised_number_once",
    "certificates_scheme.code": "scheme_code_taken",
    "certificates_scheme_code_key": "scheme_code_taken",
    "certificates_scheme.prefix": "scheme_prefix_taken",
    "certificates_scheme_prefix_key": "scheme_prefix_taken",
    "certificates_case.event_id": "case_one_open_per_event",
}


def sentence(name: str) -> str:
    """Return the sentence for a named violation."""
    return str(CONFLICTS.get(name) or OBSTACLES[name])


def explain(error: IntegrityError) -> Problem | None:
    """Return the problem that a violated constraint or trigger stands for, if it has a name we know."""
    text = str(error)
    for columns, name in COLUMNS.items():
        text = text.replace(columns, name)
    for names, kind in ((CONFLICTS, Conflicted), (OBSTACLES, NotReady)):
        for name, words in names.items():
            if name in text:
                return kind(words)
    return None


@contextmanager
def in_words() -> Iterator[None]:
    """Run a write in a savepoint and raise named violations as problems; others as they are."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if problem := explain(error):
            raise problem from error
        raise
