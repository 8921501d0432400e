"""What can be shared out at all: the checks before any seat is given."""

from collections.abc import Mapping

from koinon.rules.bad_input import BadInput


class CannotApportion(BadInput):
    """What was given cannot be shared out; the message says why."""


class BadVotes(CannotApportion):
    """No names, or votes that are not whole numbers from zero on."""


class BadSeats(CannotApportion):
    """A number of seats or a limit that is not a whole number from zero on."""


class InfeasibleLimits(CannotApportion):
    """No apportionment keeps to the minimum and the maximum."""


def check(votes: Mapping[str, int], seats: int, at_least: int, at_most: int | None) -> None:
    """Refuse what cannot be shared out.

    Raises BadVotes, BadSeats or InfeasibleLimits.
    """
    _check_votes(votes)
    _check_count("number of seats", "seats", seats)
    _check_count("minimum", "minimum", at_least)
    if at_most is not None:
        _check_count("maximum", "maximum", at_most)
    _check_limits(votes, seats, at_least, at_most)


def _check_votes(votes: Mapping[str, int]) -> None:
    if not votes:
        raise BadVotes(
            "There are no names to share seats among; give at least one.",
            code="seats.refused.no-names",
        )
    # One look at all types and at the smallest number is what makes 10,000 names cheap.
    counts = votes.values()
    if set(map(type, counts)) == {int} and min(counts) >= 0:
        return
    name, count = next(
        (name, count) for name, count in votes.items() if type(count) is not int or count < 0
    )
    raise BadVotes(
        f'"{name}" has {count!r} votes; votes must be whole numbers, zero or more.',
        code="seats.refused.votes",
        name=name,
        given=repr(count),
    )


def _check_count(what: str, code: str, count: int) -> None:
    if type(count) is not int or count < 0:
        raise BadSeats(
            f"The {what} is {count!r}; it must be a whole number, zero or more.",
            code=f"seats.refused.{code}",
            given=repr(count),
        )


def _check_limits(votes: Mapping[str, int], seats: int, at_least: int, at_most: int | None) -> None:
    names = len(votes)
    needed = names * at_least
    if at_most is not None and at_most < at_least:
        raise InfeasibleLimits(
            f"At least {at_least} and at most {at_most} seats cannot both hold; "
            "lower the minimum or raise the maximum.",
            code="seats.refused.limits",
            least=at_least,
            most=at_most,
        )
    if needed > seats:
        raise InfeasibleLimits(
            f"At least {at_least} for each of {names} names takes {needed} seats, "
            f"but there are only {seats}.",
            code="seats.refused.too-few",
            least=at_least,
            names=names,
            needed=needed,
            seats=seats,
        )
    if needed == seats:
        return
    if not any(votes.values()):
        raise BadVotes(
            f"No name has any votes, so {seats - needed} seats have nothing to go by.",
            code="seats.refused.no-votes",
            left=seats - needed,
        )
    if at_most is None:
        return
    voted = sum(map(bool, votes.values()))
    filled = voted * at_most + (names - voted) * at_least
    if filled < seats:
        raise InfeasibleLimits(
            f"At most {at_most} for each name with votes fills only {filled} of {seats} seats.",
            code="seats.refused.too-many",
            most=at_most,
            filled=filled,
            seats=seats,
        )
