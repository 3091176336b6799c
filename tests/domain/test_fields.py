"""Fields that several people may set: the last writer wins, whatever the order in which one hears of it."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, Undone
from interview_tui.domain.fields import Fields


class Heard(Fields):
    """Fields that only listen."""

    def __init__(self, events: Iterable[AnyEvent] = ()) -> None:
        super().__init__()
        for event in events:
            self.hear(event)

    def hear(self, event: AnyEvent) -> bool:
        new = self._know(event)
        if new and isinstance(event, Undone):
            self._undo_in(event)
        return new


def wrote(
    counter: int, value: FieldValue, *, device: str = "a", target: str = "n1", name: str = "tag"
) -> FieldSet:
    return FieldSet(
        id=f"{device}{counter}",
        device=device,
        counter=counter,
        at_ms=0,
        author="ada",
        target=target,
        name=name,
        value=value,
    )


def took_back(counter: int, *events: str, undone: bool = True, device: str = "a") -> Undone:
    return Undone(
        id=f"u{device}{counter}",
        device=device,
        counter=counter,
        at_ms=0,
        author="ada",
        events=events,
        undone=undone,
    )


def test_the_last_writer_wins_by_counter_then_by_device() -> None:
    told = Heard([wrote(2, "pain"), wrote(1, "goal"), wrote(2, "story", device="b")])
    assert told.field("n1", "tag") == "story"


def test_what_was_undone_gives_way_to_what_was_before_and_can_come_again() -> None:
    told = Heard([wrote(1, "goal"), wrote(2, "pain"), took_back(3, "a2")])
    assert told.field("n1", "tag") == "goal"
    assert not told.stands("a2")
    told.hear(took_back(4, "a2", undone=False))
    assert told.field("n1", "tag") == "pain"


def test_an_undoing_that_arrives_before_what_it_undoes_counts_too() -> None:
    told = Heard([took_back(3, "a2"), wrote(2, "pain")])
    assert told.field("n1", "tag", "nothing") == "nothing"


def test_nobody_knows_what_was_never_written() -> None:
    told = Heard()
    assert told.field("n1", "tag") is None
    assert told.setting("n1", "tag") is None
    assert not told.stands("a1")
    assert told.fields("n1") == {}
    assert told.counter == 0


def test_fields_are_those_of_one_target_that_have_a_value() -> None:
    told = Heard(
        [wrote(1, "pain"), wrote(2, None, name="starred"), wrote(3, 5, name="x"), wrote(4, "y", target="n2")]
    )
    assert told.fields("n1") == {"tag": "pain", "x": 5}


def test_the_same_event_twice_counts_once() -> None:
    told = Heard([wrote(1, "pain")])
    assert not told.hear(wrote(1, "pain"))
    assert told.events == [wrote(1, "pain")]
    assert "a1" in told


WRITTEN = st.builds(
    wrote,
    st.integers(1, 6),
    st.sampled_from(["pain", "goal", None, True, 3]),
    device=st.sampled_from("ab"),
    target=st.sampled_from(["n1", "n2"]),
    name=st.sampled_from(["tag", "starred"]),
)
UNDONE = st.builds(
    took_back,
    st.integers(1, 9),
    st.sampled_from([f"{device}{counter}" for device in "ab" for counter in range(1, 7)]),
    undone=st.booleans(),
    device=st.sampled_from("ab"),
)
EVENTS = st.lists(st.one_of(WRITTEN, UNDONE), max_size=14, unique_by=lambda event: event.id)


@given(EVENTS, st.randoms(use_true_random=False))
def test_any_order_and_any_repeats_give_the_same(events: list[AnyEvent], chance: Random) -> None:
    shuffled = [*events, *chance.sample(events, len(events) // 2)]
    chance.shuffle(shuffled)
    one, other = Heard(events), Heard(shuffled)
    assert one.events == other.events
    assert one.counter == other.counter
    for target in ("n1", "n2"):
        assert one.fields(target) == other.fields(target)
