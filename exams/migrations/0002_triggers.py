"""What the database refuses in the examination's tables, whoever asks."""

from django.db import migrations

from accounts.append_only import AppendOnly
from accounts.triggers import Refuse


SEALED = "EXISTS (SELECT 1 FROM exams_form f WHERE f.id = {row}.form_id AND f.sealed_at IS NOT NULL)"
CLOSED = "EXISTS (SELECT 1 FROM exams_attempt a WHERE a.id = NEW.attempt_id AND a.closed_at IS NOT NULL)"
OWN_SCRIPT = (
    "EXISTS (SELECT 1 FROM exams_script s JOIN exams_attempt a ON a.id = s.attempt_id "
    "WHERE s.id = NEW.script_id AND a.candidate_id = NEW.examiner_id)"
)
MARK_RELEASED = (
    "EXISTS (SELECT 1 FROM exams_script s JOIN exams_result r ON r.attempt_id = s.attempt_id "
    "WHERE s.id = {row}.script_id)"
)
SCRIPT_RELEASED = "EXISTS (SELECT 1 FROM exams_result r WHERE r.attempt_id = OLD.attempt_id)"


class Migration(migrations.Migration):
    dependencies = [("exams", "0001_initial")]

    operations = [
        AppendOnly("exams_itemversion"),
        AppendOnly("exams_answerevent"),
        AppendOnly("exams_receipt"),
        AppendOnly("exams_autoscore"),
        AppendOnly("exams_result"),
        Refuse("exam_form_sealed_update", table="exams_form", verb="UPDATE", when="OLD.sealed_at IS NOT NULL"),
        Refuse("exam_form_sealed_delete", table="exams_form", verb="DELETE", when="OLD.sealed_at IS NOT NULL"),
        Refuse("exam_question_sealed_insert", table="exams_formitem", verb="INSERT", when=SEALED.format(row="NEW")),
        Refuse("exam_question_sealed_update", table="exams_formitem", verb="UPDATE", when=SEALED.format(row="OLD")),
        Refuse("exam_question_sealed_delete", table="exams_formitem", verb="DELETE", when=SEALED.format(row="OLD")),
        Refuse("exam_event_after_close", table="exams_answerevent", verb="INSERT", when=CLOSED),
        Refuse("exam_answer_insert_after_close", table="exams_answer", verb="INSERT", when=CLOSED),
        Refuse("exam_answer_update_after_close", table="exams_answer", verb="UPDATE", when=CLOSED),
        Refuse("exam_attempt_closed_update", table="exams_attempt", verb="UPDATE", when="OLD.closed_at IS NOT NULL"),
        Refuse("exam_attempt_delete", table="exams_attempt", verb="DELETE", when="OLD.closed_at IS NOT NULL"),
        Refuse("exam_mark_own_insert", table="exams_mark", verb="INSERT", when=OWN_SCRIPT),
        Refuse("exam_mark_own_update", table="exams_mark", verb="UPDATE", when=OWN_SCRIPT),
        Refuse("exam_mark_released_insert", table="exams_mark", verb="INSERT", when=MARK_RELEASED.format(row="NEW")),
        Refuse("exam_mark_released_update", table="exams_mark", verb="UPDATE", when=MARK_RELEASED.format(row="OLD")),
        Refuse("exam_mark_released_delete", table="exams_mark", verb="DELETE", when=MARK_RELEASED.format(row="OLD")),
        Refuse("exam_script_released_update", table="exams_script", verb="UPDATE", when=SCRIPT_RELEASED),
        Refuse("exam_script_released_delete", table="exams_script", verb="DELETE", when=SCRIPT_RELEASED),
        Refuse("exam_sitting_released_update", table="exams_sitting", verb="UPDATE", when="OLD.released_at IS NOT NULL"),
    ]
