import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from accounts.triggers import Refuse, TriggersAside


class Migration(migrations.Migration):

    dependencies = [
        ("certificates", "0013_public_register"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TriggersAside([
            migrations.RemoveConstraint(
                model_name='statusevent',
                name='status_event_known',
            ),
            migrations.AlterField(
                model_name='statusevent',
                name='event',
                field=models.CharField(choices=[('issued', 'Issued'), ('suspended', 'Suspended'), ('reinstated', 'Reinstated'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired'), ('superseded', 'Replaced by a new certificate'), ('reissued', 'Signed anew with another key')], max_length=12),
            ),
            migrations.AddConstraint(
                model_name='statusevent',
                constraint=models.CheckConstraint(condition=models.Q(('event__in', ['issued', 'suspended', 'reinstated', 'withdrawn', 'expired', 'superseded', 'reissued'])), name='status_event_known'),
            ),
            migrations.AddField(
                model_name='keyevent',
                name='since',
                field=models.DateTimeField(null=True),
            ),
        ]),
        migrations.CreateModel(
            name='Reissue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('tried_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reissues', to='certificates.certificate')),
                ('event', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reissue', to='certificates.statusevent')),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certificates.signingkey')),
            ],
            options={
                'verbose_name': 'certificate made anew',
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('sent_at', None)), fields=['tried_at'], name='reissue_letter_owed')],
                'constraints': [models.UniqueConstraint(fields=('certificate', 'key'), name='reissue_once')],
            },
        ),
        Refuse(
            "reissued_without_revocation",
            "certificates_statusevent",
            "INSERT",
            "NEW.event = 'reissued' AND NOT EXISTS"
            " (SELECT 1 FROM certificates_signingkey k WHERE k.revoked_at IS NOT NULL)",
        ),
    ]
