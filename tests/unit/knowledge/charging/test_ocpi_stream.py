"""A file's objects one after the other: the same ones that reading it whole finds, and no others."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.charging.ocpi import stream
from knowledge.charging.ocpi.writing import InvalidObjectError

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
lists = st.lists(values, max_size=5)
envelopes = st.dictionaries(st.text(), values, max_size=3)
chunks = st.integers(1, 9)


def read(text, chunk=stream.CHUNK):
    file = io.StringIO(text)
    return list(stream.objects(lambda size: file.read(min(size, chunk))))


@given(lists, chunks, st.sampled_from([None, 2]), st.booleans())
def test_a_list_is_read_as_it_was_written(data, chunk, indent, ascii_only):
    assert read(json.dumps(data, indent=indent, ensure_ascii=ascii_only), chunk) == data


@given(envelopes, lists, envelopes, chunks)
def test_the_list_of_an_answer_is_read_wherever_it_stands(before, data, after, chunk):
    answer = {**before, **after}
    answer.pop("data", None)
    names = [*answer, "data", *after]
    shuffled = {name: data if name == "data" else answer[name] for name in names}
    assert read(json.dumps(shuffled), chunk) == data


@given(st.text(max_size=30), chunks)
def test_any_other_text_is_refused_as_json_refuses_it(text, chunk):
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    wanted = whole.get("data") if isinstance(whole, dict) else whole
    if isinstance(wanted, list):
        assert read(text, chunk) == wanted
    else:
        with pytest.raises(InvalidObjectError, match="must be JSON with a list of objects"):
            read(text, chunk)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "[1, 2",
        "[1 2]",
        "[1,]",
        "[1]]",
        '{"data": {}}',
        '{"data": [1], "a"',
        '{"a": 1}',
        "{}",
        '{"data": [1],}',
        "[" * 100_000,
    ],
)
def test_what_is_no_list_is_refused(text):
    with pytest.raises(InvalidObjectError):
        read(text)


def test_no_more_is_in_memory_than_an_object_and_what_was_read_with_it():
    read_so_far = 0

    def one_more(size):
        nonlocal read_so_far
        read_so_far += 1
        return "[" if read_so_far == 1 else f'{{"id": {read_so_far}}},' + " " * 1000

    found = stream.objects(one_more)
    for number in range(2, 2000):
        assert next(found) == {"id": number}
        assert read_so_far <= number + 1


def test_an_object_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(stream, "LARGEST_OBJECT", 10_000)
    with pytest.raises(InvalidObjectError):
        list(stream.objects(lambda size: '["' + "x" * size))
