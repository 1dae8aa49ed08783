from django.db import migrations

from accounts.triggers import InTurn


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_organisation_circles")]
    operations = [
        # Two transactions at once could each close half of a circle that neither sees: the second waits, and
        # organisation_in_a_circle then reads what the first has committed.
        InTurn("organisation_above_in_turn", "accounts_organisation", "parent_id"),
    ]
