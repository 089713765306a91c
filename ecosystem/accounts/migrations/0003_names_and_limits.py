"""User names differ in more than case; names people left behind leave the history; rate limits get a table."""

import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='RateLimit',
            fields=[
                ('key', models.BinaryField(primary_key=True, serialize=False)),
                ('count', models.PositiveIntegerField(default=0)),
                ('expires_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RunSQL("ALTER TABLE accounts_ratelimit SET UNLOGGED", migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='membership',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='membership',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='membership',
            name='delete_delete',
        ),
        migrations.RemoveField(
            model_name='membershipevent',
            name='called',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_membershipevent" ("coalition_id", "ended_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT new_values."coalition_id", new_values."ended_at", new_values."id", NOW(), \'insert\', new_values."id", new_values."role", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1a33c9168afe804e84019ecf91e077393e8f2342', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fc05a', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_membershipevent" ("coalition_id", "ended_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT new_values."coalition_id", new_values."ended_at", new_values."id", NOW(), \'update\', new_values."id", new_values."role", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."coalition_id" IS DISTINCT FROM (new_values."coalition_id") OR old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9617a0590d9ab6a810b49b4e0a8f43588d9229cc', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_20ab5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_membershipevent" ("coalition_id", "ended_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT old_values."coalition_id", old_values."ended_at", old_values."id", NOW(), \'delete\', old_values."id", old_values."role", old_values."user_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6f271c3b00421e4a093c62287826c49e500d2361', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_19a8f', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_membership', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Upper('username'), name='one_user_name', violation_error_code='unique', violation_error_message='Somebody has this user name already. Choose another.'),
        ),
    ]
