import pytest
from hypothesis import given
from hypothesis import strategies as st
from ulid import ULID

from interview_tui.domain.ids import ulid

TIMES = st.integers(0, 2**48 - 1)
ENTROPY = st.binary(min_size=10, max_size=10)


@given(TIMES, ENTROPY)
def test_an_independent_reader_finds_the_time_and_the_random_bytes(unix_ms: int, entropy: bytes) -> None:
    read = ULID.from_str(ulid(unix_ms, entropy))
    assert (read.milliseconds, bytes(read)[6:]) == (unix_ms, entropy)


@given(TIMES, TIMES, ENTROPY, ENTROPY)
def test_ids_sort_by_time(first: int, second: int, one: bytes, other: bytes) -> None:
    if first < second:
        assert ulid(first, one) < ulid(second, other)


@pytest.mark.parametrize(("unix_ms", "entropy"), [(-1, bytes(10)), (2**48, bytes(10)), (0, bytes(9))])
def test_what_does_not_fit_is_refused(unix_ms: int, entropy: bytes) -> None:
    with pytest.raises(ValueError, match="48 bits and ten"):
        ulid(unix_ms, entropy)
