"""Store how ties stand, and where parties stand in lists, so that lists can be asked for both.

What follows from a spell and from names is written out here as it was when this was added: later
rules may say otherwise.
"""

from collections import defaultdict
from datetime import date

import django.db.models.deletion
from django.db import migrations, models

import koinon.register.models.order

AT_ONCE = 5000
LANGUAGES = ("de", "en", "fr")
STATES = ("agreed", "reported", "one-side", "differing", "denied", "aging")


def standing(spell):
    """Judge how a tie stands on the days of a spell, given as it is stored."""
    party, network = spell["party"], spell["network"]
    sides = [it for it in (party, network) if it]
    told = len(told_in_koinon(spell))
    denying = sum(it["holds"] is False for it in sides)
    if denying and denying < len(sides):
        return "differing"
    if told == 2:
        between = any({one, other} == {"party", "network"} for _, one, other in spell["differences"])
        return "denied" if denying else "differing" if between else "agreed"
    is_denied = party is not None and party["holds"] is False
    if denying and (is_denied or all(it["holds"] is False for it in spell["third"])):
        return "denied"
    if spell["differences"]:
        return "differing"
    return "one-side" if told else "reported"


def last_confirmed_on(spell):
    """Give the last day by which every side that speaks in Koinon had confirmed what it says."""
    return min(map(date.fromisoformat, told_in_koinon(spell)), default=None)


def told_in_koinon(spell):
    sides = [it for it in (spell["party"], spell["network"]) if it]
    return [it["stated_on"] for it in sides if it["voice"] == "in-koinon"]


def shown_names(names):
    """Give the name that each language shows; under "" where it is the same in all."""
    shown = {
        it: next(names[code] for code in (it, "mul", "en", "de", *names) if code in names)
        for it in LANGUAGES
    }
    different = {*shown.values()}
    return shown if len(different) > 1 else {"": different.pop()}


def judge(apps, schema_editor):
    spells = apps.get_model("register", "Spell").objects
    rows = []
    for row in spells.order_by("pk").iterator(chunk_size=AT_ONCE):
        row.standing, row.confirmed_on = standing(row.detail), last_confirmed_on(row.detail)
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
                choices=[(it, it) for it in STATES], default="reported", max_length=10
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
