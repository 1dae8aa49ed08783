from django.db import migrations, models

from accounts.triggers import Refuse


TABLE = "accounts_organisation"
ABOVE = f"""WITH RECURSIVE above(id) AS (SELECT NEW.parent_id
UNION SELECT o.parent_id FROM {TABLE} o JOIN above ON o.id = above.id WHERE o.parent_id IS NOT NULL)
SELECT id FROM above"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_profiles_and_grants")]
    operations = [
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="organisation_not_above_itself",
            ),
        ),
        # After the constraint: SQLite rebuilds the table for it, and would drop the trigger.
        Refuse(
            "organisation_in_a_circle",
            TABLE,
            "UPDATE",
            f"NEW.parent_id IS NOT NULL AND NEW.id IN ({ABOVE})",
        ),
    ]
