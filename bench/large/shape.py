"""How large a register is, and who belongs to what in it: the same for the same size."""

from collections.abc import Iterator
from typing import NamedTuple

STEP = 7919
"""Where the next network's members begin: a prime, so that they spread over all cities."""

LARGEST, MIDDLING = "network-000", "network-001"
ASSEMBLY, COMMITTEE = "assembly", "committee"
SEATS = 60


class Size(NamedTuple):
    """So many cities and bonds; ``networks`` share the memberships.

    The first network has all cities, the second one a tenth of them.
    """

    cities: int
    bonds: int
    networks: int

    @property
    def mayors(self) -> int:
        """How many cities have a mayor, who sits in the assembly of the largest network."""
        return self.cities // 10

    @property
    def members(self) -> list[int]:
        """How many members each network has."""
        tenures = 2 * self.mayors + min(SEATS, self.mayors)
        rest = self.bonds - tenures - self.cities - self.cities // 10
        others = self.networks - 2
        shares = [rest // others + (n < rest % others) for n in range(others)]
        return [self.cities, self.cities // 10, *shares]

    def memberships(self) -> Iterator[tuple[int, int]]:
        """Give the network and the city of each membership."""
        for network, members in enumerate(self.members):
            first = network * STEP % self.cities
            for n in range(members):
                yield network, (first + n) % self.cities


def member(size: Size, network: int, number: int) -> str:
    """Give the code of the city that joined a network as the n-th."""
    return city((network * STEP + number) % size.cities)


LARGE = Size(cities=100_000, bonds=1_000_000, networks=300)
MEDIUM = Size(cities=10_000, bonds=100_000, networks=100)
SMALL = Size(cities=200, bonds=2_000, networks=20)


def city(number: int) -> str:
    """Give the code of a city."""
    return f"city-{number:06}"


def network(number: int) -> str:
    """Give the code of a network."""
    return f"network-{number:03}"
