"""What the files to take along contain, in one language: fees, dates, seats and where from."""

from collections.abc import Iterable, Iterator

from koinon.overview.dues import DueItem
from koinon.overview.fees import Fee
from koinon.overview.sourcing import all_sources, each_once
from koinon.overview.visit.choices import Choice
from koinon.overview.visit.result import Belonging, Result
from koinon.rules.trace import SourceRef
from koinon.web.public.city_fees import kinds_apart
from koinon.web.public.start.facts import facts
from koinon.web.public.start.phrases import (
    all_cited,
    chosen_kind,
    derivation_lines,
    duties_by_way,
    fees_by_way,
    kind_of,
    not_open_words,
)
from koinon.web.public.start.table import Cell, Column, Contents, Row, Table
from koinon.wording.derivation import write_dated
from koinon.wording.language import pick
from koinon.wording.say import say, say_reason
from koinon.wording.values import Money, write


def contents(result: Result, language: str) -> Contents:
    """Word a result for files, in a language."""
    words = _Tables(result, language)
    tables = (
        words.belongings(),
        words.fees(),
        words.dates(),
        words.seats(),
        words.differing(),
        words.sources(),
    )
    return Contents(
        title=say("start.file.title", language, city=result.known.city.names),
        made=say("start.file.made", language, day=result.on),
        facts=facts(result, language, tables),
        tables=tables,
    )


class _Tables:
    """Words a result table by table."""

    def __init__(self, result: Result, language: str) -> None:
        self.result = result
        self.language = language

    def say(self, code: str, **params: object) -> str:
        return say(code, self.language, **params)

    def table(self, code: str, columns: str, rows: Iterable[Row]) -> Table:
        """Make a table; names of columns in brackets are left out where there is little room."""
        named = (
            Column(self.say(f"start.file.column.{name.strip('()')}"), brief=name[0] != "(")
            for name in columns.split()
        )
        note = self.say("start.seats.note" if code == "seats" else f"start.file.{code}.note")
        title = "start.belongings.title" if code == "belongings" else f"start.file.{code}"
        return Table(self.say(title), note, tuple(named), tuple(rows))

    def belongings(self) -> Table:
        rows = [self._belonging(item) for item in self.result.belongings]
        typed = (self.say("start.state.typed"), self.say("start.answer.typed"))
        rows += [(name, "", "", typed[1], typed[0], "") for name in self.result.others]
        rows += [
            (
                pick(it.network.names, self.language),
                "",
                "",
                "",
                not_open_words(it, self.language),
                "",
            )
            for it in self.result.not_open
        ]
        return self.table("belongings", "network kind since answer (state) sources", rows)

    def _belonging(self, item: Belonging) -> Row:
        tie = item.tie
        since = write(tie.valid_from, self.language) if tie.valid_from else ""
        answer = f"start.mark.{item.mark}" if item.mark else "start.answer.typed"
        return (
            pick(tie.counterpart.names, self.language),
            kind_of(tie, self.language) if item.mark else chosen_kind(tie, self.language),
            since or (self.say("value.unknown") if item.mark else ""),
            self.say(answer),
            say_reason(tie.words, self.language),
            self._cited(tie.sources),
        )

    def fees(self) -> Table:
        kinds = kinds_apart(self.result.fees, self.result.ties)
        rows = [self._fee(item, kinds.get(item.tie, "")) for item in self.result.fees]
        total = self.say("start.file.sum")
        counted = self.say("start.fees.not-counted") if self.result.open_fees else ""
        rows += [
            (total, Money(it.amount, it.currency), it.currency, counted, "", "")
            for it in self.result.totals
        ]
        columns = "network amount (currency) remark how (sources)"
        return self.table("fees", columns, rows)

    def _fee(self, fee: Fee, kind: str) -> Row:
        amount: Cell = self.say("value.unknown")
        if fee.amount is not None:
            free = self.say("fees.free")
            amount = Money(fee.amount, fee.currency) if fee.amount else free
        remarks = [
            say_reason(it, self.language) for it in (*filter(None, (fee.reason,)), *fee.notes)
        ]
        if fee.amount and fee.binding is False:
            remarks.insert(0, self.say("fees.not-binding"))
        remarks += self._depending(fee)
        network = pick(fee.network.short, self.language)
        return (
            f"{network} ({self.say(f'tie.{kind}')})" if kind else network,
            amount,
            fee.currency,
            "\n".join(remarks),
            "\n".join(derivation_lines(fee.trace, self.language)) if fee.reason is None else "",
            self._cited(all_sources(fee.trace)),
        )

    def _depending(self, fee: Fee) -> list[str]:
        """Give what a fee may be where it hangs on how the city belongs."""
        found = (it for it in self.result.open_fees if it.network == fee.network)
        return [self.say("start.file.depends", ways=fees_by_way(it, self.language)) for it in found]

    def dates(self) -> Table:
        items = (*self.result.dates, *self.result.undated)
        columns = "day (latest) due network state (how) (sources)"
        rows = [
            *map(self._date, items),
            *(_depending(it, self.language) for it in self.result.open_duties),
        ]
        return self.table("dates", columns, rows)

    def _date(self, item: DueItem) -> Row:
        day: Cell = self.say("dues.no-day")
        latest: Cell = ""
        if item.due_on is not None:
            is_exact = item.due_on.is_exact
            day = item.due_on.latest if is_exact else write(item.due_on, self.language)
            latest = item.due_on.latest
        reason = [say_reason(item.reason, self.language)] if item.reason else []
        return (
            day,
            latest,
            pick(item.what, self.language),
            pick(item.counterpart.short, self.language),
            ". ".join([self.say(f"due.{item.state}"), *reason]),
            "\n".join(derivation_lines(item.trace, self.language)),
            self._cited(all_sources(item.trace)),
        )

    def seats(self) -> Table:
        rows: list[Row] = [
            (
                pick(item.post_names, self.language),
                pick(item.organisation.short, self.language),
                item.person.name if item.person else self.say("person.unnamed"),
                self.say("start.seats.rests.note"),
                self._cited(it.source for it in item.sources if it.source),
            )
            for item in self.result.resting
        ]
        rows += [
            (
                pick(item.body_names, self.language),
                pick(item.network.short, self.language),
                self.say("value.unknown"),
                self.say("start.seats.by-rule.note"),
                self._cited(all_sources(item.trace)),
            )
            for item in self.result.by_rule
        ]
        return self.table("seats", "seat network person why sources", rows)

    def differing(self) -> Table:
        rows = (
            (
                pick(item.about, self.language),
                say_reason(item.yours, self.language),
                say_reason(item.theirs, self.language),
                self._cited(item.sources),
            )
            for item in self.result.differing
        )
        table = self.table("differs", "about answer theirs sources", rows)
        if self.result.known.page is None:
            return table._replace(note=self.say("start.differs.no-sources"))
        return table

    def sources(self) -> Table:
        rows = (
            (it.title, write_dated(it.dated, self.language), it.url)
            for it in each_once(self._all_sources())
        )
        return self.table("sources", "title dated address", rows)

    def _all_sources(self) -> Iterator[SourceRef]:
        result = self.result
        if result.known.population:
            yield result.known.population.source
        for item in result.belongings:
            yield from item.tie.sources
        traces = [fee.trace for fee in result.fees]
        traces += [item.trace for item in (*result.dates, *result.undated)]
        traces += [seat.trace for seat in result.by_rule]
        for trace in traces:
            yield from all_sources(trace)
        for tenancy in (*result.resting, *result.known.heads):
            yield from (it.source for it in tenancy.sources if it.source)

    def _cited(self, sources: Iterable[SourceRef]) -> str:
        return all_cited(sources, self.language)


def _depending(choice: Choice, language: str) -> Row:
    """Say of a network that its dates hang on how the city belongs, and what each way asks."""
    network = pick(choice.network.short, language)
    ways = duties_by_way(choice, language)
    words = say("start.dates.depends", language, network=network)
    return (say("dues.no-day", language), "", f"{words}\n{ways}", network, "", "", "")
