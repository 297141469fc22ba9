"""What a finding is known by from one run to the next: waivers, baselines and other programs hang on it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from consistency.model.findings import Stated
from consistency.patterns import pattern

_BLANK = pattern(r"\s")


def fingerprint(field: str, statements: Sequence[Stated]) -> str:
    """Twelve hexadecimal digits that stand for what is set against what: the field, and each sentence with its value.

    They are the same on every run on the same text and as long as these sentences stand: whatever changes elsewhere,
    wherever the sentences move to, however their lines are broken, whatever the files are called and whichever is
    named first. So neither paths nor lines nor the order go into them, and not the verdict, the wording of the
    message or the confidence, which a newer article or a newer version of the program can change. A changed sentence
    or value is another finding, and so is one that a further sentence has joined: an editor should see it again.
    The value's place in its sentence tells apart two equal values of it (12人死亡，12人受伤).
    """
    places = set()
    for one in statements:
        before = _BLANK.sub("", one.sentence[: one.mark[0]])
        places.add((_BLANK.sub("", one.sentence), str(len(before)), _BLANK.sub("", one.text)))
    key = "\n".join([field, *("\t".join(place) for place in sorted(places))])
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
