"""How alike two wordings are: from 0 to 1, the same both ways."""

from hypothesis import given
from hypothesis import strategies as st

from consistency.linkage.similarity import containment, overlap, shared_weight, slip, wording

words = st.text(st.sampled_from("甲乙丙丁戊12"), max_size=12)
bags = st.dictionaries(words, st.floats(0.1, 20), max_size=6)


@given(words, words)
def test_wordings(a, b):
    for alike in (wording, containment):
        assert alike(a, b) == alike(b, a) and 0 <= alike(a, b) <= 1
        assert alike(a, a) == bool(a)
    assert slip(a, b) == slip(b, a) >= abs(len(a) - len(b))


@given(bags, bags)
def test_bags_of_words(a, b):
    b = {word: a.get(word, weight) for word, weight in b.items()}  # a word's weight is its rarity, whatever the text
    assert 0 <= overlap(a, b) <= 1 + 1e-9
    assert abs(overlap(a, b) - overlap(b, a)) < 1e-9
    assert abs(shared_weight(a, b) - shared_weight(b, a)) < 1e-9


def test_slips_of_a_key():
    assert (slip("286", "268"), slip("286", "236"), slip("286", "2860"), slip("286", "286")) == (1, 1, 1, 0)


def test_a_quotation_is_found_in_a_longer_one():
    assert containment("手艺买不来", "设备可以花钱买，三十年攒下的手艺买不来") == 1
