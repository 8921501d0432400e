"""Names by chance that look like names of places and people, always the same ones."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from koinon.gazetteer.matching.folding import compact, fold

PLACES = Path(__file__).parents[2] / "demo" / "place_names.csv"
LONGEST, SHORTEST = 14, 5
BEFORE = ("Bad", "Neu", "Saint", "Sankt", "Groß", "Villa", "Castel", "Ober", "Nova", "Kleine")
AFTER = ("am Main", "sur Loire", "an der Saale", "upon Tyne", "del Mar", "Stadt", "les Bains")
START, END = "^", "$"


def names(random: Random) -> Iterator[str]:
    """Give names, no two of which fold alike, for as long as anybody asks."""
    chain, seen = _chain(), set[str]()
    while True:
        name = _composed(_word(chain, random), random)
        key = compact(fold(name))
        if len(key) >= SHORTEST and key not in seen:
            seen.add(key)
            yield name


def misspelt(name: str, random: Random) -> str:
    """Make one typing error in a word: a letter left out, added, mistaken, or changed places."""
    words = name.split(" ")
    chosen = max(range(len(words)), key=lambda it: (len(words[it]) > 3, random.random()))
    word = words[chosen]
    at = random.randrange(len(word))
    letter = random.choice("abcdefghijklmnopqrstuvwxyz")
    words[chosen] = random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def _chain() -> dict[str, str]:
    """Note which letters follow which two in the demonstration's names of places."""
    following: dict[str, str] = defaultdict(str)
    with PLACES.open(encoding="utf-8") as file:
        words = {word for row in csv.DictReader(file) for word in row["name"].split()}
    for word in sorted(words):
        text = START * 2 + word.lower() + END
        for at in range(len(text) - 2):
            following[text[at : at + 2]] += text[at + 2]
    return following


def _word(chain: dict[str, str], random: Random) -> str:
    text = START * 2
    while len(text) < LONGEST + 2:
        letter = random.choice(chain[text[-2:]])
        if letter == END:
            break
        text += letter
    return text[2:].capitalize()


def _composed(word: str, random: Random) -> str:
    chance = random.random()
    if chance < 0.15:
        return f"{random.choice(BEFORE)} {word}"
    return f"{word} {random.choice(AFTER)}" if chance < 0.3 else word
