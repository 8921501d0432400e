"""The fees on a city's page: what is known first, and what is not in one row for each reason."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from koinon.overview.fees import Fee
from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.rules.answer import Reason


class Payee(NamedTuple):
    """Whom a fee is for; ``kind`` tells ties to the same network apart."""

    network: Named
    kind: str


class FeeRow(NamedTuple):
    """A fee, or several of which nothing but the same reason is known."""

    payees: tuple[Payee, ...]
    fee: Fee
    is_first: bool

    @property
    def has_rule(self) -> bool:
        """Whether there is a derivation that tells more than the reason does."""
        trace = self.fee.trace
        return self.fee.amount is not None or trace.rule is not None or bool(trace.inputs)


def fee_rows(fees: Sequence[Fee], ties: Iterable[Tie]) -> tuple[FeeRow, ...]:
    """Order fees: owed, asked for, free of charge, unknown; the first one stands open."""
    kinds = kinds_apart(fees, ties)
    groups: dict[object, list[Fee]] = {}
    for fee in sorted(fees, key=_rank):
        groups.setdefault(_gathered(fee), []).append(fee)
    return tuple(
        FeeRow(
            tuple(Payee(it.network, kinds.get(it.tie, "")) for it in group),
            group[0],
            is_first=not n and group[0].amount is not None,
        )
        for n, group in enumerate(groups.values())
    )


def kinds_apart(fees: Sequence[Fee], ties: Iterable[Tie]) -> dict[str, str]:
    """Give the kind of each tie that must be told from another to the same network."""
    several = {it.network.code for it in fees if sum(_same(it, other) for other in fees) > 1}
    return {tie.bond: tie.group for tie in ties if tie.counterpart.code in several}


def _same(one: Fee, other: Fee) -> bool:
    return one.network.code == other.network.code


def _rank(fee: Fee) -> int:
    if fee.amount is None:
        return 3
    if not fee.amount:
        return 2
    return 0 if fee.binding else 1


def _gathered(fee: Fee) -> object:
    """Gather fees of which no rule is known by the reason; each other fee stands by itself."""
    reason: Reason | None = fee.reason
    has_rule = fee.amount is not None or fee.trace.rule is not None or bool(fee.notes)
    if has_rule or reason is None or reason.params:
        return fee.tie
    return reason.code
