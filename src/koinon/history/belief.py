"""What counted at the end of a day, as far as the register knew."""

from datetime import date, datetime, time, timedelta

from django.db.models import Model, Q, QuerySet
from django.utils import timezone


def end_of(day: date) -> datetime:
    """Give the moment at which a day is over where the site is at home."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def known[M: Model](rows: QuerySet[M], on: date | None = None) -> QuerySet[M]:
    """Keep the rows that counted at the end of a day; without a day, those that count now."""
    if on is None:
        return rows.filter(withdrawn_by=None)
    moment = end_of(on)
    return rows.filter(Q(withdrawn_by=None) | Q(withdrawn_by__at__gte=moment), entry__at__lt=moment)
