"""Store what names are sorted by, so that lists of any length can be read in order."""

from django.db import migrations, models

import koinon.register.models.order

AT_ONCE = 5000


def fill(apps, schema_editor):
    names = apps.get_model("register", "OrganisationName")
    order = names._meta.get_field("order")
    rows = []
    for row in names.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        order.pre_save(row, add=True)  # makes the bytes and puts them into the row
        rows.append(row)
    names.objects.bulk_update(rows, ["order"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("register", "0008_secretariats")]

    operations = [
        migrations.AddField(
            model_name="organisationname",
            name="order",
            field=koinon.register.models.order.OrderField(default=b"", source="name"),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(fields=["order", "organisation"], name="organisation_name_order"),
        ),
    ]
