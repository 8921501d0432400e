"""A page read as a tree of elements, for asking what stands in it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Protocol

ALONE = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "circle", "use", "wbr"}
UNSEEN = {"script", "style", "title"}


class Element:
    """A tag with its attributes and what stands inside."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Element | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    def all(self, tag: str = "", **attributes: str | None) -> list["Element"]:
        """Find elements below by tag and attributes; None stands for any value."""
        wanted = {name.rstrip("_").replace("_", "-"): it for name, it in attributes.items()}
        return [
            item
            for item in self._below()
            if (not tag or item.tag == tag)
            and all(name in item and value in (None, item[name]) for name, value in wanted.items())
        ]

    def one(self, tag: str = "", **attributes: str | None) -> "Element":
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{tag} {attributes}: {len(found)} found"
        return found[0]

    @property
    def text(self) -> str:
        """What is read aloud or seen, white space drawn together."""
        return " ".join(" ".join(self._texts()).split())

    def texts(self) -> Iterator[str]:
        """Give each stretch of text, and each label that stands in an attribute."""
        yield from (it for it in map(str.strip, self._texts()) if it)
        for item in self._below():
            for name in ("aria-label", "placeholder", "title", "alt"):
                if name in item:
                    yield item[name]

    def _below(self) -> Iterator["Element"]:
        for item in self.inside:
            if isinstance(item, Element):
                yield item
                yield from item._below()

    def _texts(self) -> Iterator[str]:
        for item in self.inside:
            if isinstance(item, str):
                yield item
            elif item.tag not in UNSEEN:
                yield from item._texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in ALONE:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in ALONE:
            return
        closed = self.open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Element:
    """Read a page; an element that is not closed where it should be is refused."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is never closed"
    return reader.open[0]


class Answer(Protocol):
    """What a client of the site gets."""

    @property
    def content(self) -> bytes: ...


def page(response: Answer) -> Element:
    return read(response.content.decode())
