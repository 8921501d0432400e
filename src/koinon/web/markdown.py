"""Texts written in Markdown as markup: no HTML of their own, no pictures, figures filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from koinon.register.queries.figures import FigureOn
from koinon.web.links import keeping_day
from koinon.wording.placeholders import PLACEHOLDER

HIGHEST = 2
"""The level of the first heading: the page's title stands above it."""


def as_markup(
    text: str, figures: Mapping[str, FigureOn | None], request: HttpRequest
) -> SafeString:
    """Turn Markdown into markup; raw HTML in it is shown as it was typed."""
    tokens = _READER.parse(text)
    _lower_headings(tokens)
    _keep_day(tokens, request)
    markup: str = _READER.renderer.render(
        tokens, _READER.options, {"figures": figures, "request": request}
    )
    return SafeString(markup)


def _lower_headings(tokens: Sequence[Token]) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    missing = HIGHEST - min((int(token.tag[1]) for token in headings), default=HIGHEST)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + missing, 6)}"


def _keep_day(tokens: Sequence[Token], request: HttpRequest) -> None:
    """Let links to pages of the site lead to them on the day that is looked at."""
    for token in (part for block in tokens for part in block.children or ()):
        address = str(token.attrs.get("href", ""))
        if address.startswith("/") and not address.startswith("//"):
            token.attrs["href"] = keeping_day(address, request)


def _placeholder(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the reader's own way to call
    found = PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("figure", "", 0)
        token.content = found[1].strip()
    state.pos = found.end()
    return True


def _figure(
    _: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    del options
    figures: Any = env["figures"]
    context = {"figure": figures.get(tokens[index].content)}
    return render_to_string("web/components/figure_in_text.html", context, env["request"]).strip()


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    reader.disable(["image", "html_block", "html_inline"])
    reader.inline.ruler.before("link", "figure", _placeholder)
    reader.add_render_rule("figure", _figure)
    return reader


_READER = _reader()
