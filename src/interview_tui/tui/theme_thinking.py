"""What the themes' place works out in threads: groups, notes like one, tags; and the tags it sets."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Literal

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.similarity import Like, Similarity
from interview_tui.domain.suggestions import Group, TagOffer, suggest_groups, suggest_tags
from interview_tui.domain.themes import grouped_notes, themes_of
from interview_tui.errors import InterviewError
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.theme_board import UNTAGGED, Board
from interview_tui.tui.theme_rows import Offers

_LIKES = 60
_TAG_OFFERS_KEPT = 500


@dataclass
class SetTag:
    """A tag that was given to a note here, and can be taken away again."""

    session: str
    note: str
    tag: str


class Thinking(LibraryScreen):
    """The part of the themes' place that compares notes; nothing of it is waited for."""

    @dataclass
    class Compared(Message):
        """The notes of a library can be compared; `problem` says why the model of the settings cannot."""

        library: Library
        similarity: Similarity
        problem: str

    @dataclass
    class Grouped(Message):
        """The groups of a library were looked for."""

        library: Library
        groups: tuple[Group, ...]

    @dataclass
    class LikesFound(Message):
        """The notes most like one."""

        note: str
        likes: tuple[Like, ...]

    @dataclass
    class TagsThought(Message):
        """The tags to offer for a note."""

        library: Library
        note: str
        offers: tuple[TagOffer, ...]

    @dataclass
    class Tagged(Message):
        """A tag was given or taken away again, or `problem` says why not."""

        done: SetTag
        undone: bool
        problem: str = ""

    board: Board

    def __init__(self, desk: LibraryDesk) -> None:
        super().__init__(desk)
        self.similarity: Similarity | None = None
        self.groups_thought: tuple[Group, ...] = ()
        self.thinking = False
        self._tag_offers: OrderedDict[str, tuple[TagOffer, ...]] = OrderedDict()
        self._asked = ""
        self._set_tags: list[SetTag] = []
        self._order: list[Literal["study", "tag"]] = []
        self._tagging = False

    def _paint(self) -> None:
        """Show what is there."""
        raise NotImplementedError

    def offered_tags(self) -> dict[str, str]:
        """The tags that a key would give the chosen note."""
        raise NotImplementedError

    # -- comparing -------------------------------------------------------------------------

    def library_read(self) -> None:
        """There is a library: show it, and think about it behind."""
        self.thinking = True
        self._tag_offers.clear()
        self._asked = ""
        super().library_read()
        library = self.desk.library
        assert library is not None
        try:
            grouped = grouped_notes(themes_of(self.desk.record))
        except InterviewError:
            grouped = frozenset()
        self._compare(library, grouped)

    @work(thread=True, exclusive=True, group="groups")
    def _compare(self, library: Library, grouped: frozenset[str]) -> None:
        from interview_tui.store.semantic import similarity_of

        worker = get_current_worker()
        notes = [(note.key, note.text) for note in library.notes]
        similarity, problem = similarity_of(notes, self.desk.config.semantic_model)
        self.post_message(self.Compared(library, similarity, problem))
        loose = [note for note in library.notes if note.key not in grouped]
        groups = suggest_groups(loose, similarity, wanted=lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self.Grouped(library, groups))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if message.library is self.desk.library:
            self.similarity = message.similarity
            if message.problem:
                self.say(message.problem, ink="warn")
            self._paint()

    @on(Grouped)
    def _grouped(self, message: Grouped) -> None:
        if message.library is self.desk.library:
            self.thinking = False
            self.groups_thought = message.groups
            self._show()

    # -- notes like one --------------------------------------------------------------------

    def action_like(self) -> None:
        """Look for the notes most like the chosen one."""
        note = self.board.chosen
        if note is None:
            return
        if self.similarity is None:
            self.say("Still comparing the notes; try again in a moment.")
        elif note.key not in self.similarity:
            self.say("This mark has no words to compare.")
        else:
            self._find_likes(self.similarity, note.key)

    @work(thread=True, exclusive=True, group="likes")
    def _find_likes(self, similarity: Similarity, note: str) -> None:
        self.post_message(self.LikesFound(note, tuple(similarity.like(note, _LIKES))))

    @on(LikesFound)
    def _likes_found(self, message: LikesFound) -> None:
        self.board.show_likes(message.note, message.likes)
        self.action_inside(True)

    def action_inside(self, inside: bool) -> None:
        """To the notes, or back to the list."""
        raise NotImplementedError

    # -- tags ------------------------------------------------------------------------------

    def offers_for(self, note: LibraryNote | None) -> Offers:
        """What was thought of an untagged note so far; what was not is thought of from now on."""
        if note is None:
            return Offers(thinking=self.thinking)
        known = self._tag_offers.get(note.key)
        if known is None and self.similarity is not None and self._asked != note.key:
            library = self.desk.library
            assert library is not None
            self._asked = note.key
            self._think_of_tags(library, self.similarity, note.key)
        return Offers(thinking=self.thinking, tags=known)

    @work(thread=True, exclusive=True, group="tags")
    def _think_of_tags(self, library: Library, similarity: Similarity, note: str) -> None:
        tags = {each.key: each.tags for each in library.notes if each.tags}
        self.post_message(self.TagsThought(library, note, suggest_tags(note, tags, similarity)))

    @on(TagsThought)
    def _tags_thought(self, message: TagsThought) -> None:
        if message.library is self.desk.library:
            self._tag_offers[message.note] = message.offers
            if len(self._tag_offers) > _TAG_OFFERS_KEPT:
                self._tag_offers.popitem(last=False)
        self._asked = ""
        self._paint()

    def action_offered(self, key: str) -> None:
        """Give the chosen note the tag that is offered on a key, and go to the next."""
        tag = self.offered_tags().get(key)
        if tag is not None:
            self._give(tag)

    def action_tag(self) -> None:
        """Ask for another tag."""
        from interview_tui.tui.screens.pick_tag import PickTag

        if self.board.chosen is not None and self.board.look == UNTAGGED:
            self.app.push_screen(PickTag(self.desk.codebook), lambda tag: self._give(tag) if tag else None)

    def _give(self, tag: str) -> None:
        note = self.board.chosen
        if note is not None and not self._tagging:
            self._tagging = True
            self.say(f"saving the tag {tag} …", ink="dim")
            self._retag(SetTag(note.session, note.id, tag), undone=False)

    @work(thread=True, group="tagging", exit_on_error=False)
    def _retag(self, done: SetTag, *, undone: bool) -> None:
        from interview_tui.tui.theme_tagging import retag_note

        path = self.desk.workspace.session_path(done.session)
        words = {"remove": done.tag} if undone else {"add": done.tag}
        problem = ""
        try:
            retag_note(path, done.note, self.desk.author, self.desk.codebook, **words)
        except InterviewError as error:
            problem = error.message
        self.post_message(self.Tagged(done, undone, problem))

    @on(Tagged)
    def _was_tagged(self, message: Tagged) -> None:
        self._tagging = False
        done = message.done
        if message.problem:
            if message.undone:
                self._set_tags.append(done)
                self.did("tag")
            self.say(message.problem, ink="bad")
            return
        self._take_into_library(done, undone=message.undone)
        if not message.undone:
            self._set_tags.append(done)
            self.did("tag")
        self.say(f"undone: tag {done.tag}" if message.undone else f"tagged {done.tag}")
        self._show()

    def _take_into_library(self, done: SetTag, *, undone: bool) -> None:
        """The library as it would be read now, without reading it all again."""
        library = self.desk.library
        assert library is not None
        key = f"{done.session}/{done.note}"
        notes = tuple(
            replace(note, tags=() if undone else (*note.tags, done.tag)) if note.key == key else note
            for note in library.notes
        )
        self.desk.library = Library(library.sessions, notes, library.unreadable)
        self._tag_offers.clear()

    # -- undoing ---------------------------------------------------------------------------

    def did(self, what: Literal["study", "tag"]) -> None:
        """Remember in which order themes were changed and tags given."""
        self._order.append(what)

    def action_undo(self) -> None:
        """Take the last step back, be it of the board or a tag."""
        if self._tagging:
            return
        last = self._order.pop() if self._order else "study"
        if last == "tag":
            self._tagging = True
            self._retag(self._set_tags.pop(), undone=True)
        else:
            super().action_undo()
