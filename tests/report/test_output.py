"""Output is written whole or not at all."""

import io
import os
import stat

import pytest

from consistency.report.output import OutputError, to_file, to_stream


def test_a_file_is_written_whole(tmp_path):
    target = tmp_path / "report.txt"
    to_file("一致\n", str(target))
    assert target.read_bytes() == "一致\n".encode()
    assert os.listdir(tmp_path) == ["report.txt"]
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~umask


def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path):
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    to_file("new", str(link))
    assert link.is_symlink() and target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_nothing_is_left_of_what_cannot_be_written(tmp_path):
    (tmp_path / "folder").mkdir()
    for name in ("folder", "missing/report.txt"):
        with pytest.raises(OutputError, match=name):
            to_file("text", str(tmp_path / name))
    assert os.listdir(tmp_path) == ["folder"] and not os.listdir(tmp_path / "folder")


def test_a_device_is_written_to():
    to_file("text", os.devnull)
    assert not os.path.isfile(os.devnull)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_told():
    with open("/dev/full", "w") as full, pytest.raises(OutputError, match="standard output"):
        to_stream("text", full)


def test_a_closed_pipe_is_quiet():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        assert not to_stream("text", pipe)
        assert to_stream("more", pipe)  # into nothing


def test_what_cannot_be_encoded_is_a_question_mark():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    assert to_stream("12人\n", stream)
    assert raw.getvalue() == b"12?\n"


def test_no_stream_is_no_error():
    assert not to_stream("text", None)
