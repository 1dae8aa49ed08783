"""Background work: each task is one service call, safe to repeat."""

from celery import shared_task
from django.utils import timezone

from certificates.services import (
    api_tokens,
    arrangements,
    case_letters,
    cases,
    council_letters,
    council_papers,
    council_print,
    holder_letters,
    hooks,
    list_paper,
    lists,
    paper,
    publication,
    reissues,
    reminders,
    status,
    succession,
    surveillance,
    watching,
)
from certificates.signing.store import key_store


@shared_task(name="certificates.produce_document")
def produce_document(*, certificate_id: int) -> None:
    """Make one certificate's PDF."""
    paper.produce_document(certificate_id=certificate_id, store=key_store(), at=timezone.now())


@shared_task(name="certificates.sweep_documents")
def sweep_documents() -> int:
    """Make the PDFs that wait and return how many were tried."""
    return paper.produce_waiting(store=key_store(), at=timezone.now())


@shared_task(name="certificates.sweep_expiry")
def sweep_expiry() -> int:
    """Note the certificates whose last day has passed, end those whose renewals have begun, and return how many."""
    at = timezone.now()
    return succession.note_successions(at=at) + status.note_expiries(at=at)


@shared_task(name="certificates.publish_register")
def publish_register() -> int:
    """Sign and log what waits in the register and return how many entries the log got."""
    return publication.publish_register(store=key_store(), at=timezone.now())


@shared_task(name="certificates.sweep_register")
def sweep_register() -> int:
    """Look for events that the quick look missed, over the whole register, and return how many were logged."""
    return publication.publish_register(
        store=key_store(), at=timezone.now(), most=1_000, all_of_them=True
    )


@shared_task(name="certificates.send_case_letters")
def send_case_letters() -> int:
    """Send the letters about reviews and complaints that are owed and return how many there were."""
    return case_letters.send_case_letters(at=timezone.now())


@shared_task(name="certificates.forget_unconfirmed")
def forget_unconfirmed() -> int:
    """Delete complaints whose address nobody confirmed and return how many there were."""
    return cases.forget_unconfirmed(at=timezone.now())


@shared_task(name="certificates.forget_arrangement_reasons")
def forget_arrangement_reasons() -> int:
    """Delete reasons and proofs of special arrangements whose time is over and return how many there were."""
    return arrangements.forget_reasons(at=timezone.now())


@shared_task(name="certificates.send_reminders")
def send_reminders() -> int:
    """Note and send the letters about certificates that end soon and return how many went out."""
    at = timezone.now()
    reminders.note_reminders(at=at)
    return reminders.send_reminders(at=at)


@shared_task(name="certificates.send_fresh_letters")
def send_fresh_letters() -> int:
    """Tell holders whose certificates were signed anew that a fresh file is ready; return how many."""
    return reissues.send_fresh_letters(at=timezone.now())


@shared_task(name="certificates.answer_list")
def answer_list(*, check_id: int) -> None:
    """Answer the lines of a list that still wait."""
    lists.answer_list(check_id=check_id)


@shared_task(name="certificates.sweep_lists")
def sweep_lists() -> int:
    """Answer the lists that wait and return how many there were."""
    return lists.answer_waiting()


@shared_task(name="certificates.forget_lists")
def forget_lists() -> int:
    """Delete the lists and the notes of calls whose time is over and return how many lists there were."""
    api_tokens.forget_old_uses(at=timezone.now())
    return lists.forget_old(on=timezone.localdate())


@shared_task(name="certificates.draw_lists")
def draw_lists() -> int:
    """Draw the papers of lists that wait and return how many were tried."""
    return list_paper.draw_waiting(at=timezone.now())


@shared_task(name="certificates.seal_lists")
def seal_lists() -> int:
    """Seal the papers of lists that are drawn and return how many were tried."""
    return list_paper.seal_waiting(store=key_store(), at=timezone.now())


@shared_task(name="certificates.tell_watchers")
def tell_watchers() -> int:
    """Note what happened to watched certificates, send the letters that are owed, and return how many events were told."""
    at = timezone.now()
    told = watching.note_events(at=at)
    watching.send_digests(at=at)
    hooks.send_hook_letters(at=at)
    return told


@shared_task(name="certificates.deliver_hooks")
def deliver_hooks() -> int:
    """Send the webhooks that are due and return how many were tried."""
    return hooks.deliver_due()


@shared_task(name="certificates.send_holder_letters")
def send_holder_letters() -> int:
    """Send the letters to holders that are owed and return how many went out."""
    return holder_letters.send_holder_letters(at=timezone.now())


@shared_task(name="certificates.sweep_reports")
def sweep_reports() -> int:
    """Ask for the surveillance reports that are due, remind of those overdue, and return how many there were."""
    at = timezone.now()
    return surveillance.open_reports(at=at) + surveillance.remind_overdue(at=at)


@shared_task(name="certificates.carry_out_decisions")
def carry_out_decisions() -> int:
    """Carry out the lines of signed decisions that wait and return how many were tried."""
    return council_papers.carry_out_waiting(at=timezone.now())


@shared_task(name="certificates.sweep_council_papers")
def sweep_council_papers() -> int:
    """Draw and seal the council's papers that wait and return how many were made."""
    return council_print.produce_waiting(store=key_store(), at=timezone.now())


@shared_task(name="certificates.send_council_letters")
def send_council_letters() -> int:
    """Send the letters about the council's decisions that are owed and return how many there were."""
    return council_letters.send_council_letters(at=timezone.now())
