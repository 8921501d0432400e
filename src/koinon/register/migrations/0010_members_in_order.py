"""Store how ties stand, and where parties stand in lists, so that lists can be asked for both."""

from collections import defaultdict

import django.db.models.deletion
import msgspec
from django.db import migrations, models

import koinon.register.models.order
from koinon.register.models.listing import shown_names
from koinon.register.models.order import order_of
from koinon.rules.bound import Bound
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.state import State, last_confirmed_on, standing

AT_ONCE = 5000


def judge(apps, schema_editor):
    spells = apps.get_model("register", "Spell").objects
    rows = []
    for row in spells.order_by("pk").iterator(chunk_size=AT_ONCE):
        value = msgspec.convert(row.detail, Spell, dec_hook=lambda _, text: Bound.parse(text))
        row.standing, row.confirmed_on = standing(value), last_confirmed_on(value)
        rows.append(row)
        if len(rows) == AT_ONCE:
            spells.bulk_update(rows, ["standing", "confirmed_on"], batch_size=200)
            rows.clear()
    spells.bulk_update(rows, ["standing", "confirmed_on"], batch_size=200)


def put_in_order(apps, schema_editor):
    listing = apps.get_model("register", "Listing")
    names = defaultdict(dict)
    official = apps.get_model("register", "OrganisationName").objects.filter(use="official")
    for party, language, name in official.order_by("pk").values_list(
        "organisation_id", "language", "name"
    ):
        names[party][language] = name
    bonds = apps.get_model("register", "Bond").objects.select_related("party__place")
    rows = []
    for bond in bonds.exclude(kind__in=["tenure", "secretariat"]).iterator(chunk_size=AT_ONCE):
        shown = shown_names(names.get(bond.party_id) or {"mul": bond.party.code})
        place = bond.party.place
        rows += [
            listing(
                bond_id=bond.pk,
                counterpart_id=bond.counterpart_id,
                language=language,
                name=name,
                order=order_of(name),
                country=place.country if place else "",
            )
            for language, name in shown.items()
        ]
    listing.objects.bulk_create(rows, batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("register", "0009_names_in_order")]

    operations = [
        migrations.AddField(
            model_name="spell",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="spell",
            name="standing",
            field=models.CharField(
                choices=[(it, it) for it in State], default="reported", max_length=10
            ),
            preserve_default=False,
        ),
        migrations.RunPython(judge, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="spell",
            index=models.Index(fields=["standing"], name="spell_standing"),
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                ("name", models.CharField(max_length=300)),
                ("order", koinon.register.models.order.OrderField(source="name")),
                ("country", models.CharField(blank=True, max_length=2)),
                (
                    "bond",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="register.bond",
                    ),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["counterpart", "language", "order", "bond"],
                        name="listing_in_order",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("bond", "language"), name="listing_once")
                ],
            },
        ),
        migrations.RunPython(put_in_order, migrations.RunPython.noop, elidable=True),
    ]
