"""The JSON contract `consistency-report/1`."""

import io
import json

import pytest
import sample_reports as samples

from consistency.report import View, as_json


class Pipe(io.StringIO):
    encoding = "utf-8"

    def __init__(self, encoding):
        super().__init__()
        self.encoding = encoding


def test_is_what_the_report_says():
    shown = as_json.report(samples.QUAKE, View())
    assert json.loads(shown) == samples.QUAKE.to_dict()
    assert shown.endswith("}\n") and "遇难人数" in shown
    assert shown == as_json.report(samples.QUAKE, View("en"))


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_escapes_what_the_reader_cannot_have(encoding):
    report = as_json.dumps({"text": "新华社 😀"}, View(stream=Pipe(encoding)))
    assert json.loads(report.encode(encoding).decode(encoding)) == {"text": "新华社 😀"}


def test_escapes_lone_surrogates():
    shown = as_json.dumps({"path": "a\udcff.txt"}, View())
    assert json.loads(shown.encode("utf-8")) == {"path": "a\udcff.txt"}
