"""The sources that stand behind derived values, each once, as they come up."""

from collections.abc import Iterable

from koinon.rules.trace import SourceRef, Trace


def rule_sources(trace: Trace) -> tuple[SourceRef, ...]:
    """List the sources of the rules in a trace."""
    return _sources(trace, of_figures=False)


def all_sources(trace: Trace) -> tuple[SourceRef, ...]:
    """List every source in a trace: those of rules and those of figures."""
    return _sources(trace, of_figures=True)


def _sources(trace: Trace, *, of_figures: bool) -> tuple[SourceRef, ...]:
    own = trace.rule.sources if trace.rule else ()
    figure = (trace.source,) if trace.source and of_figures else ()
    below = (it for item in trace.inputs for it in _sources(item, of_figures=of_figures))
    return each_once((*own, *figure, *below))


def each_once(sources: Iterable[SourceRef]) -> tuple[SourceRef, ...]:
    """Drop what came up before: the same address and time, and of the same title without one."""
    return tuple({(it.url or it.title, it.dated): it for it in sources}.values())
