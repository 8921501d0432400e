"""How a party belongs through others, as boxes and arrows from left to right or downwards."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

LETTER = 7.9
"""About how wide a letter of a box's name is."""

LINE, PADDING, NOTE = 18, 14, 19
BOX_WIDTH, TALLEST = 206, 2
ROW_GAP, INDENT, STEP = 34, 26, 44
HEAD, BEND = 8, 8


class Node(NamedTuple):
    """Someone in the chain: a code, a name, and a few words below it."""

    code: str
    name: str
    note: str = ""


class Link(NamedTuple):
    """A step from one to the next; ``own`` where the party itself belongs."""

    start: str
    end: str
    label: str
    own: bool = False


class Box(NamedTuple):
    """A node as drawn."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]
    note_y: float
    is_first: bool

    @property
    def text_x(self) -> float:
        """Where its words begin."""
        return self.x + PADDING


class Arrow(NamedTuple):
    """A link as drawn: its line, its head, and where its label stands."""

    line: str
    head: str
    own: bool
    label: str
    label_x: float
    label_y: float
    anchor: str


class Chain(NamedTuple):
    """A drawing."""

    size: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def chains(nodes: Sequence[Node], links: Sequence[Link]) -> tuple[Chain, ...]:
    """Draw for a wide and for a narrow screen; the first node is where all begins.

    Nothing is drawn where nothing leads further than one step.
    """
    if max(columns(nodes, links).values(), default=0) < 2:
        return ()
    return across(nodes, links, width=1152), downwards(nodes, links, width=288)


def columns(nodes: Sequence[Node], links: Sequence[Link]) -> dict[str, int]:
    """Count for each node the steps of the longest way to it; links in a circle end somewhere."""
    found = {node.code: 0 for node in nodes}
    for _ in nodes:
        for link in links:
            found[link.end] = min(max(found[link.end], found[link.start] + 1), len(nodes) - 1)
    return found


def across(nodes: Sequence[Node], links: Sequence[Link], *, width: float) -> Chain:
    """Draw from left to right, each branch in rows of its own."""
    column, row = columns(nodes, links), _rows(nodes, links)
    count = max(column.values()) + 1
    box_width = min(BOX_WIDTH, width / (1.5 * count - 0.5))
    gap = (width - count * box_width) / max(count - 1, 1)
    lines = {node.code: _lines(node.name, box_width) for node in nodes}
    height = _height(lines.values())
    boxes = {
        node.code: _box(
            node,
            column[node.code] * (box_width + gap) + 1,
            row[node.code] * (height + ROW_GAP) + 1,
            (box_width - 2, height),
            lines[node.code],
            is_first=not n,
        )
        for n, node in enumerate(nodes)
    }
    entered: dict[str, int] = {}
    arrows = []
    for link in links:
        nth = entered.setdefault(link.end, 0)
        entered[link.end] += 1
        arrows.append(_arrow_across(link, boxes[link.start], boxes[link.end], gap, nth))
    bottom = max(box.y + box.height for box in boxes.values()) + 1
    return Chain("broad", width, bottom, tuple(boxes.values()), tuple(arrows))


def downwards(nodes: Sequence[Node], links: Sequence[Link], *, width: float) -> Chain:
    """Draw below each other: a branch for each first step; what two lead to stands twice."""
    known = {node.code: node for node in nodes}
    first = nodes[0]
    branches = [link for link in links if link.start == first.code]
    indent = INDENT if len(branches) > 1 else 0
    box_width = width - indent - 60
    lines = {node.code: _lines(node.name, box_width) for node in nodes}
    sizes = {code: (box_width, _height([it])) for code, it in lines.items()}
    start = _box(first, 1, 1, sizes[first.code], lines[first.code], is_first=True)
    boxes, arrows = [start], []
    for branch in branches:
        for depth, link in enumerate(_walk(branch, links)):
            y = boxes[-1].y + boxes[-1].height + STEP
            end = known[link.end]
            box = _box(end, 1 + indent, y, sizes[end.code], lines[end.code], is_first=False)
            from_trunk = depth == 0 and bool(indent)
            arrows.append(
                _arrow_down(link, start if from_trunk else boxes[-1], box, from_trunk=from_trunk)
            )
            boxes.append(box)
    bottom = boxes[-1].y + boxes[-1].height + 1
    return Chain("narrow", width, bottom, tuple(boxes), tuple(arrows))


def _walk(branch: Link, links: Sequence[Link]) -> Iterable[Link]:
    """Follow a branch to its ends; each link once."""
    found = [branch]
    for link in found:
        found += [it for it in links if it.start == link.end and it not in found]
    return found


def _rows(nodes: Sequence[Node], links: Sequence[Link]) -> dict[str, int]:
    """Give each node the row of the first way to it; whatever branches off takes a new row."""
    row = {nodes[0].code: 0}
    last = 0
    continued: set[str] = set()
    for link in links:
        if link.end in row:
            continue
        if link.start in continued:
            last += 1
        row[link.end] = last if link.start in continued else row.get(link.start, last)
        continued.add(link.start)
    return row


def _lines(name: str, width: float) -> tuple[str, ...]:
    room = max(int((width - 2 * PADDING) / LETTER), 8)
    return tuple(wrap(name, room, max_lines=TALLEST, placeholder=" …")) or (name,)


def _height(lines: Iterable[tuple[str, ...]]) -> int:
    return max(map(len, lines)) * LINE + NOTE + PADDING + 5


def _box(
    node: Node,
    x: float,
    y: float,
    size: tuple[float, float],
    lines: tuple[str, ...],
    *,
    is_first: bool,
) -> Box:
    placed = tuple((y + PADDING + LINE * n + 9, line) for n, line in enumerate(lines))
    return Box(node, x, y, *size, placed, placed[-1][0] + NOTE, is_first)


def _arrow_across(link: Link, start: Box, end: Box, gap: float, nth: int) -> Arrow:
    """Lead from the right side of a box to the left of another, with a bend between rows.

    It bends at once where only a gap lies between, else just before the end, below other boxes.
    """
    y0 = start.y + start.height / 2
    y1 = end.y + end.height * (0.8 if nth else 0.5)
    x0, x1 = start.x + start.width, end.x
    head = _head(x1, y1)
    if y0 == y1:
        line = f"M{x0:g} {y0:g} H{x1 - HEAD:g}"
        return Arrow(line, head, link.own, link.label, (x0 + x1) / 2, y0 - 8, "middle")
    is_next = x1 - x0 <= gap + 2 * BEND and not nth
    bend = x0 + BEND if is_next else x1 - gap / 2
    turn = BEND if y1 > y0 else -BEND
    line = (
        f"M{x0:g} {y0:g} H{bend - BEND:g} q{BEND} 0 {BEND} {turn} "
        f"V{y1 - turn:g} q0 {turn} {BEND} {turn} H{x1 - HEAD:g}"
    )
    if is_next:
        return Arrow(line, head, link.own, link.label, x1 - HEAD, y1 - 8, "end")
    return Arrow(line, head, link.own, link.label, x0 + BEND, y0 - 8, "start")


def _arrow_down(link: Link, start: Box, end: Box, *, from_trunk: bool) -> Arrow:
    """Lead down to the top of a box, or along the left and into its side."""
    if from_trunk:
        x, y = start.x + 11, end.y + end.height / 2
        line = f"M{x:g} {start.y + start.height:g} V{y:g} H{end.x - HEAD:g}"
        return Arrow(line, _head(end.x, y), link.own, link.label, end.x + 4, end.y - 8, "start")
    x, y0, y1 = end.x + 36, start.y + start.height, end.y
    head = f"M{x - 4.5:g} {y1 - HEAD:g} L{x:g} {y1:g} L{x + 4.5:g} {y1 - HEAD:g} Z"
    line = f"M{x:g} {y0:g} V{y1 - HEAD:g}"
    return Arrow(line, head, link.own, link.label, x + 14, (y0 + y1) / 2 + 5, "start")


def _head(x: float, y: float) -> str:
    return f"M{x - HEAD:g} {y - 4.5:g} L{x:g} {y:g} L{x - HEAD:g} {y + 4.5:g} Z"
