"""The search place: type, and see what fits in all interviews; best first, with its words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, is_barred
from interview_tui.domain.search import Hit, SearchResult
from interview_tui.domain.search_doubts import doubts
from interview_tui.interchange.names import names_warning
from interview_tui.tui.clipboard import copy
from interview_tui.tui.key_bar import Key
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.rows import Row
from interview_tui.tui.search_field import SearchField
from interview_tui.tui.search_reading import SearchReading
from interview_tui.tui.search_rows import (
    Around,
    copied_text,
    detail_rows,
    found_words,
    help_rows,
    hint_row,
    hit_rows,
    nothing_rows,
    start_rows,
)
from interview_tui.tui.stepping import STEPS, Wheel, scrolled, within
from interview_tui.tui.widgets.rows_pane import RowsPane

FIRST_HITS = 50
MORE_HITS = 200
"""So many hits are fetched at first, and so many more whenever the selection comes near their end."""

_ROOM_FOR_BOTH = 12
_TYPING_KEYS = (
    Key("enter", "open", "open"),
    Key("↑ ↓", "choose", "step(1)"),
    Key("esc", "list", "leave"),
    Key("tab", "complete", "complete(1)"),
    Key("ctrl+y", "copy", "copy"),
)
_LIST_KEYS = (
    Key("enter", "open", "open"),
    Key("/", "search", "to_line"),
    Key("c", "copy", "copy"),
    Key("?", "help", "help"),
    Key("esc", "back", "leave"),
)

_FOR_A_HIT = frozenset(("open", "choose", "copy"))


class SearchScreen(Wheel, SearchReading):
    """Finds in notes, quotes, debriefs and questions. What is typed waits for nothing."""

    @dataclass
    class Found(Message):
        """What was found for what was typed."""

        typed: str
        limit: int
        result: SearchResult

    @dataclass
    class AroundRead(Message):
        """The neighbours of a hit."""

        hit: Hit
        around: Around

    PLACE = "search"
    KEYS = _TYPING_KEYS
    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "#query"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", show=False),
        Binding("slash,ctrl+f,a,i", "to_line", "search", show=False),
        Binding("tab", "complete(1)", "complete", show=False),
        Binding("shift+tab", "complete(-1)", "the one before", show=False),
        Binding("ctrl+y,c", "copy", "copy", show=False),
        Binding("ctrl+r,r", "read_again", "read again", show=False),
        *STEPS,
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
    ]

    field = getters.query_one("#query", SearchField)
    hint = getters.query_one("#hint", RowsPane)
    hits = getters.query_one("#hits", RowsPane)
    detail = getters.query_one("#detail", RowsPane)

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self._result: SearchResult | None = None
        self._found_for = ""
        self._limit = FIRST_HITS
        self._place = 0
        self._scrolled_to = 0
        self._around: tuple[Hit, Around] | None = None

    def compose_place(self) -> Iterable[Widget]:
        """The line to type in, what it found, and the chosen one."""
        with Horizontal(id="line"):
            yield Static("/ ", id="prompt", markup=False)
            yield SearchField(self.desk.query, id="query")
        yield RowsPane(id="hint")
        with Container(id="sides"):
            yield RowsPane(id="hits")
            yield RowsPane(id="detail")

    # -- searching -------------------------------------------------------------------------

    @on(SearchReading.ValuesRead)
    def _values_read(self, message: SearchReading.ValuesRead) -> None:
        self.field.values = message.values
        self._show()

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.field.value

    @on(Input.Changed, "#query")
    def _typed(self) -> None:
        self.desk.query = self.typed
        self._limit = FIRST_HITS
        self._search()
        self._show_hint()

    def _search(self) -> None:
        typed, limit = self.typed, self._limit
        if not typed.strip():
            self.workers.cancel_group(self, "query")
            self._result, self._found_for = None, ""
            self._place = self._scrolled_to = 0
            self._show()
            return

        def find() -> None:
            worker = get_current_worker()
            result = self._search_desk.find(typed, limit, lambda: not worker.is_cancelled)
            if result is not None and not worker.is_cancelled:
                self.post_message(self.Found(typed, limit, result))

        self.run_worker(find, thread=True, exclusive=True, group="query")

    @on(Found)
    def _found(self, message: Found) -> None:
        if message.typed != self.typed:
            return  # newer letters were typed: their answer is on its way
        same, before = message.typed == self._found_for, self.chosen
        self._result, self._found_for = message.result, message.typed
        if not same:
            self._place = self._scrolled_to = 0
        elif before is not None and self._place:
            keys = [_key(hit) for hit in message.result.hits]
            here = min(self._place, max(0, len(keys) - 1))
            self._place = keys.index(_key(before)) if _key(before) in keys else here
        self._show()

    def action_complete(self, by: int) -> None:
        """Complete what is typed."""
        if self.focused is self.field:
            self.field.complete(by)

    # -- choosing --------------------------------------------------------------------------

    @property
    def chosen(self) -> Hit | None:
        """What the keys act on."""
        found = self._result.hits if self._result else ()
        return found[self._place] if self._place < len(found) else None

    def action_step(self, by: int) -> None:
        """Choose another hit; near the end of those that are known more are fetched."""
        known = len(self._result.hits) if self._result else 0
        if not known or self._result is None:
            return
        self._place = within(self._place + by, known)
        waiting = self._limit > known
        if self._place > known - FIRST_HITS // 5 and not waiting and self._result.count > known:
            self._limit += MORE_HITS
            self._search()
        self._show()

    def action_page(self, pages: int) -> None:
        """Choose a hit a screenful away."""
        self.action_step(pages * max(1, self.hits.size.height // self._rows_each() - 1))

    @on(RowsPane.Clicked, "#hits")
    def _clicked(self, message: RowsPane.Clicked) -> None:
        """The first click chooses and the second opens."""
        place = int(message.action)
        if place == self._place:
            self.action_open()
        else:
            self._place = place
            self._show()

    @on(Input.Submitted, "#query")
    def action_open(self) -> None:
        """The chosen one in its session."""
        if self.chosen is not None:
            hit = self.chosen
            self.post_message(self.NoteChosen(hit.session, hit.note, hit.kind, hit.text, hit.at_ms))

    async def action_copy(self) -> None:
        """Copy the chosen one with where it comes from."""
        hit = self.chosen
        if hit is None:
            return
        text = copied_text(hit)
        sure = await copy(self.app, text)
        told = [f"{'Copied' if sure else 'Sent to the terminal'}: {hit.text.strip()[:40] or 'a bare mark'}"]
        barred = is_barred(word_for_word=hit.word_for_word, may_be_quoted=hit.may_be_quoted)
        told += [NOT_TO_BE_QUOTED] if barred else []
        warning = names_warning(self.desk.workspace, text)
        self.say("; ".join(filter(None, (*told, warning))), ink="warn strong" if warning else "text strong")

    # -- the line and the list -------------------------------------------------------------

    def action_to_line(self) -> None:
        """Type on."""
        self.set_focus(self.field)

    def action_leave(self) -> None:
        """From the line to the list, from there back; at once where nothing is typed and reading goes on."""
        if self.focused is self.field and (self.typed or not self.reading):
            self.set_focus(None)
        else:
            super().action_leave()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._show_keys()

    def on_descendant_blur(self) -> None:
        """Other keys work now."""
        self._show_keys()

    def _show_keys(self) -> None:
        """The keys of where the focus is, those for a hit only where there is one."""
        keys = _TYPING_KEYS if self.focused is self.field else _LIST_KEYS
        self.keys.use([key for key in keys if self.chosen is not None or key.label not in _FOR_A_HIT])

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        hit = self.chosen
        self.set_class(hit is None or self._helping, "-nothing")
        self._show_hint()
        self._show_keys()
        self.hits.show(self._hit_rows)
        self.detail.show(self._detail_rows)
        if hit is not None and (self._around is None or self._around[0] != hit):
            self._read_around(hit)

    def _show_hint(self) -> None:
        told = found_words(self.typed, self._result)
        self.hint.show(lambda width, _: [hint_row(told, self.field.offered, width)])

    @work(thread=True, exclusive=True, group="around")
    def _read_around(self, hit: Hit) -> None:
        worker = get_current_worker()
        before, after = self._search_desk.around(hit)
        if not worker.is_cancelled:
            self.post_message(self.AroundRead(hit, Around(before, after)))

    @on(AroundRead)
    def _around_read(self, message: AroundRead) -> None:
        if message.hit == self.chosen:
            self._around = (message.hit, message.around)
            self.detail.show(self._detail_rows)

    def _rows_each(self) -> int:
        return 2 if self.hits.size.height >= _ROOM_FOR_BOTH else 1

    def _hit_rows(self, width: int, height: int) -> list[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._result is None:
            return [] if self.typed.strip() else start_rows(width)[:height]
        if not self._result.hits:
            doubt = doubts(self._found_for, self.field.values)
            return nothing_rows(self._found_for, width, doubt)[:height]
        each = self._rows_each()
        shown = max(1, height // each)
        self._scrolled_to = scrolled(self._scrolled_to, self._place, len(self._result.hits), shown)
        rows: list[Row] = []
        for place in range(self._scrolled_to, min(self._scrolled_to + shown, len(self._result.hits))):
            made = hit_rows(
                self._result.hits[place],
                self.desk.codebook,
                width,
                both=each == 2,
                chosen=place == self._place,
            )
            rows += [Row(one.spans, str(place)) for one in made]
        return rows

    def _detail_rows(self, width: int, height: int) -> list[Row]:
        hit = self.chosen
        if hit is None or self._helping:
            return []
        around = self._around[1] if self._around and self._around[0] == hit else Around()
        return detail_rows(hit, around, self.desk.codebook, width, height)


def _key(hit: Hit) -> tuple[str, str, str, str]:
    """What a hit stays known by while its words change."""
    return (hit.session, hit.kind, hit.note, "" if hit.note else hit.text)
