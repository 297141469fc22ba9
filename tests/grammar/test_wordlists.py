"""Lists of words in a text: one pass finds what looking for each word at each place finds."""

from hypothesis import given
from hypothesis import strategies as st

from consistency.grammar.wordlists import Wordlist, narrow

CHARS = st.text(alphabet="省市县长局，,。x", max_size=14)
WORDS = st.sets(st.text(alphabet="省市县长局x", min_size=1, max_size=4), min_size=1, max_size=8)


def longest(words, text):
    """The longest word at each place."""
    found = [
        (at, max((at + len(word) for word in words if text.startswith(word, at)), default=at))
        for at in range(len(text))
    ]
    return [(start, end) for start, end in found if end > start]


@given(WORDS, WORDS, CHARS)
def test_every_list_finds_its_own_words(words, others, text):
    lists = [(Wordlist(words), words), (Wordlist(others), others), (Wordlist(words, lasting=False), words)]
    for wordlist, its in lists:
        at_each = longest(its, text)
        outermost, apart, last = [], [], 0
        for start, end in at_each:
            if end > last:
                outermost.append((start, end))
                last = end
        last = 0
        for start, end in at_each:
            if start >= last:
                apart.append((start, end))
                last = end
        assert list(wordlist.find(text)) == outermost
        assert list(wordlist.find_apart(text)) == apart
        inner = [(start + 2, end + 2) for start, end in Wordlist(its).find(text[2:-1])]
        assert list(wordlist.find_within(text, min(2, len(text)), max(len(text) - 1, 0))) == inner


def test_marks_make_no_difference_to_where_words_stand():
    words = Wordlist(["局长", "市长"])
    assert list(words.find("局长，市长：")) == list(words.find(narrow("局长，市长："))) == [(0, 2), (3, 5)]
