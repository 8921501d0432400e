"""Index bonds by kind: which networks are part of others is asked on every page of a city."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0010_members_in_order")]

    operations = [
        migrations.AddIndex(
            model_name="bond",
            index=models.Index(fields=["kind", "party"], name="bond_kind"),
        ),
    ]
