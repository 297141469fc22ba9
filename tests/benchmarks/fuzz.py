"""Throws what nobody would write at the program: `python tests/benchmarks/fuzz.py [COUNT] [--seed N] [--only KIND]`.

Each input is made from its number alone, so that `--first N 1` makes one again. It goes the whole way: a file of the
kind (read by its name), facts, comparison with an article that stays the same, a report. An input passes when the
command ends with 0, 1, 2 or 3 within TIME seconds, says one line for what is wrong, and writes well-formed JSON.
The run ends with a count of each kind, its slowest input and the memory that the process came to hold.
"""

# ruff: noqa: SIM905  (lists of words are read more easily as one text)
from __future__ import annotations

import argparse
import contextlib
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from consistency import cli  # noqa: E402  the checkout, wherever the command is run

TIME = 20  # seconds of the processor that no input may take
MEMORY = 500  # megabytes
TEXTS = sorted((ROOT / "data" / "rare-earth").glob("*.md"))
SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf")
STRANGE = (
    "\u202e\u202d\u2066\u2067\u2069\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u2028\u2029\x85\x0b\x0c\x1b\x00"
    "\ud800\udfff\udc80\ufffe\uffff\U000e0041\U0010ffff\U0001f469\U00020000\u0301\u20e3０９①⑫㊿〇零两廿卅½Ⅻ٣߂൧𝟘ⅷ㈱㎏㍿"
)
WORDS = (
    "1 2 3 12 326 0 00 007 1.5 -3 1,000 9999999999999999999999 1e400 .5 5. 3/4 0/0 50% ％ ‰ 一 二 三 十 百 "
    "千 万 亿 兆 零 两 半 几 多 余 数 第 约 近 超过 不足 至少 以上 以下 左右 至 到 从 ~ － — 年 月 日 号 时 "
    "分 秒 点 周 星期日 旬 季度 上半年 世纪 年代 初 末 底 今年 去年 昨天 明天 当日 凌晨 农历 正月 初一 春节 "
    "民国 昭和 13月 32日 25时 61分 0年 10000年 公里 吨 元 美元 倍 成 个百分点 人 例 辆 次 米 度 张三 李四 "
    "王某 财务大臣 局长 总统 市长 北京 宁川市 霞屿县 新华社 外交部 公司 大学 说 称 表示 据 透露 指出 “ ” ‘ ’ "
    "「 」 （ ） 《 》 ， 。 ； ： ！ ？ 、 \n \t 　 死亡 受伤 遇难 失踪 开工 已经 尚未 将于 停产 取消 增长 "
    "下降 同比 环比 达 为 共 其中 截至 在 位于 出席 会见"
).split(" ")
FRONT_VALUES = (
    "2026-01-10", "2026-13-45", "9999-12-31T23:59:59+14:00", "0001-01-01", "[a, b]", "{a: b}", "!!python/object:os.x y",
    "&a [*a]", "*b", "|", ">", "~", "1e999", "0x10", "yes", "12:30:45", "'", '"', "\t",
)  # fmt: skip
TAGS = "div p span a table tr td ul li h1 b i script style title meta br svg math select option pre article".split()
MARKS = (
    '** __ ` ``` #  >  -  1.  [ ]( ) ![ | --- <!-- --> &amp; &#x110000; &#0; &#xD800; \\ ~~ [^1] <![CDATA[ ]]> <?xml "'
).split(" ")


def words(rng: random.Random) -> str:
    """Words of news in no order."""
    return "".join(rng.choices(WORDS, k=rng.randint(1, 60)))


def strange(rng: random.Random) -> str:
    """Characters of every block, direction and width between the words."""
    some = [rng.choice(WORDS) if rng.random() < 0.6 else rng.choice(STRANGE) for _ in range(rng.randint(1, 80))]
    return "".join(some) + "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randint(0, 8)))


def markup(rng: random.Random) -> str:
    """Tags and marks opened, closed and nested at random, now and then very deep."""
    if rng.random() < 0.01:
        tag = rng.choice(TAGS)
        return f"<{tag}>" * rng.randint(500, 3000) + words(rng)
    parts = []
    for _ in range(rng.randint(1, 60)):
        tag = rng.choice(TAGS)
        parts.append(rng.choice([f"<{tag}>", f"</{tag}>", f"<{tag} {rng.choice(STRANGE)}='", rng.choice(MARKS), "\n",
                                 rng.choice(WORDS), rng.choice(WORDS), words(rng)]))  # fmt: skip
    return "".join(parts)


def front(rng: random.Random) -> str:
    """Front matter that YAML reads in ways that nobody meant."""
    values = [*FRONT_VALUES, words(rng), strange(rng)]
    lines = [f"{rng.choice(['title', 'outlet', 'published', 'date', '标题', '<<', '?', rng.choice(STRANGE)])}: "
             f"{rng.choice(values)}" for _ in range(rng.randint(0, 5))]  # fmt: skip
    if rng.random() < 0.1:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 12)] + ["title: *a11"]
    return "---\n" + "\n".join(lines) + rng.choice(["\n---\n", "\n...\n", "\n"]) + words(rng)


def noise(rng: random.Random) -> bytes:
    """Bytes of no kind, or behind the first bytes of one."""
    head = rng.choice(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"---\n", b"<html>"]
    )
    return head + rng.randbytes(rng.randint(0, 400))


def mutated(rng: random.Random, data: bytes) -> bytes:
    """The bytes with some changed, left out, doubled or moved."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(made) + 1)
        size = rng.randint(0, 20)
        match rng.randrange(4):
            case 0:
                made[at : at + size] = rng.randbytes(size)
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size]
            case _:
                made[at : at + 1] = rng.choice([b"\0", b"\xff", b"<", b"&", b'"', b"1", b"\n", b"\xe4\xb8"])
    return bytes(made)


def article(rng: random.Random) -> bytes:
    """A stretch of a real article, mutated, in one of the encodings of the trade."""
    text = rng.choice(ARTICLES)
    start = rng.randrange(len(text))
    data = text[start : start + rng.randint(20, 500)].encode(
        rng.choice(["utf-8", "gb18030", "utf-16", "big5hkscs"]), "ignore"
    )
    return mutated(rng, data)


def word_file(rng: random.Random) -> bytes:
    """A Word document with parts missing, broken, nested, or far larger than it looks."""
    body = words(rng).replace("\x00", "").replace("<", "")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 11)
    ) + "]>"  # fmt: skip
    texts = {
        "plain": f"<w:document {space}><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>",
        "laughs": f"{laughs}<w:document {space}><w:body><w:p><w:r><w:t>&a10;</w:t></w:r></w:p></w:body></w:document>",
        "deep": f"<w:document {space}><w:body>" + "<w:tbl><w:tr><w:tc>" * rng.randint(1, 400),
        "outside": f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {space}><w:body><w:p><w:r>'
        "<w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
    }
    document = texts[rng.choice(["plain"] * 6 + ["laughs", "deep", "outside"])].encode("utf-8", "ignore")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, zipfile.ZipFile(io.BytesIO(BLANK)) as blank:
        for name in blank.namelist():
            if name == "word/document.xml":
                part = bytes(30_000_000) if rng.random() < 0.003 else document
            else:
                part = blank.read(name)
            if rng.random() > 0.02:
                archive.writestr(name, mutated(rng, part) if rng.random() < 0.05 and len(part) < 10_000_000 else part)
    made = data.getvalue()
    return mutated(rng, made) if rng.random() < 0.2 else made


def pdf_file(rng: random.Random) -> bytes:
    """A PDF whose operators, objects or streams are not what they should be."""
    shown = rng.choice(
        [
            "截至3月5日，12人遇难。".encode("utf-16-be"),
            rng.randbytes(rng.randint(0, 60)),
            words(rng).encode("utf-16-be", "ignore"),
        ]
    )
    text = b"<" + shown.hex().encode() + b"> Tj"
    operators = (
        b"BT", b"ET", b"/F1 12 Tf", b"/F9 1e9 Tf", b"60 780 Td", b"1e308 1 Td", text, b"[(a) -9e9 (b)] TJ", b"q", b"Q",
        b"0 0 0 0 0 0 cm", b"1 0 0 1 9 9 Tm", b"T*", b"<zz> Tj", b"(" * 30,
    )  # fmt: skip
    content = b"BT /F1 12 Tf 60 780 Td " + text + b" ET "
    content += b" ".join(rng.choices(operators, k=rng.randint(0, 20)))
    packed = b"/Filter/FlateDecode" if rng.random() < 0.3 else b""
    if rng.random() < 0.002:
        content = b"0 " * 51_000_000
        packed = b"/Filter/FlateDecode"
    body = zlib.compress(content, 1) if packed else content
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R%s]/Count 1>>" % rng.choice([b"", b" 2 0 R", b" 3 0 R" * 9]),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 %s]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
        % rng.choice([b"842", b"0", b"1e99", b"null"]),
        b"<<%s/Length %d>>stream\n%s\nendstream" % (packed, len(body), body),
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/%s/DescendantFonts[6 0 R]>>"
        % rng.choice([b"UniGB-UTF16-H", b"Identity-H", b"GBK-EUC-H", b"5 0 R", b"None"]),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/X/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 4>>/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[-25 -254 1000 880]/Ascent 880/Descent -120>>",
    ]
    made = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    made += b"trailer<</Size 8/Root 1 0 R>>\n%%EOF"
    return mutated(rng, made) if rng.random() < 0.5 and len(made) < 10_000 else made


def encoded(text: str, rng: random.Random) -> bytes:
    """The text in an encoding that its lone surrogates survive."""
    return text.encode(rng.choice(["utf-8"] * 6 + ["utf-16-le", "utf-16-be", "utf-32"]), "surrogatepass")


def any_name(rng: random.Random) -> str:
    return rng.choice(SUFFIXES)


KINDS = {
    "words": lambda rng: (rng.choice([".txt", ".md"]), encoded(words(rng), rng)),
    "strange": lambda rng: (rng.choice([".txt", ".md", ".html"]), encoded(strange(rng), rng)),
    "markup": lambda rng: (rng.choice([".html", ".md"]), encoded(markup(rng), rng)),
    "front": lambda rng: (".md", encoded(front(rng), rng)),
    "noise": lambda rng: (any_name(rng), noise(rng)),
    "article": lambda rng: (rng.choice([".txt", ".md", ".html"]), article(rng)),
    "docx": lambda rng: (".docx", word_file(rng)),
    "pdf": lambda rng: (".pdf", pdf_file(rng)),
}


def blank_document() -> bytes:
    from docx import Document

    data = io.BytesIO()
    Document().save(data)
    return data.getvalue()


ARTICLES = [path.read_text("utf-8") for path in TEXTS]
SOURCE = "截至3月5日18时，青川县已有12人遇难，326人受伤。县长何志远说：“道路5日下午抢通。”\n"
BLANK = blank_document()


class Late(Exception):
    """An input that takes too long."""


def late(*_: object) -> None:
    raise Late


def run(number: int, seed: int, folder: Path, only: str | None = None) -> tuple[str, str]:
    """The kind of the input with this number, and what is wrong with what came of it, "" if nothing is."""
    rng = random.Random(f"{seed}:{number}")
    kind = only or rng.choice(list(KINDS))
    suffix, data = KINDS[kind](rng)
    path, out = folder / f"draft{suffix}", folder / "out"
    path.write_bytes(data)
    form = "json" if rng.random() < 0.8 else "terminal"
    command = rng.choice([
        ["check", str(path), "--against", str(folder / "source.md")],
        ["report", str(path), str(folder / "source.md")],
        ["check", str(folder / "source.md"), "--against", str(path)],
        ["facts", str(path)],
    ])  # fmt: skip
    errors = io.StringIO()
    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, TIME)
    try:
        with contextlib.redirect_stderr(errors):
            status = cli.main([*command, "--format", form, "--output", str(out)])
    except Late:
        return kind, f"takes more than {TIME} s"
    except BaseException:
        return kind, traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        path.unlink()
    said = errors.getvalue()
    if status not in (0, 1, 2, 3) or bool(said) != (status == 2 or (status == 3 and form == "json")):
        return kind, f"status {status}, says {said!r}"
    if not all(line.startswith("consistency: ") for line in said.splitlines()) or said.count("\n") > 1:
        return kind, f"says {said!r}"
    if form == "json" and out.exists():
        json.loads(out.read_text("utf-8"))
    out.unlink(missing_ok=True)
    return kind, ""


def main() -> int:
    """Status 1 where an input failed or the process came to hold too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", choices=KINDS)
    told = parser.parse_args()
    counts: Counter[str] = Counter()
    slowest: dict[str, tuple[float, int]] = {}
    failed = 0
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "source.md").write_text(SOURCE, "utf-8")
        for number in range(told.first, told.first + told.count):
            before = time.process_time()
            kind, wrong = run(number, told.seed, folder, told.only)
            counts[kind] += 1
            slowest[kind] = max(slowest.get(kind, (0.0, 0)), (time.process_time() - before, number))
            if wrong:
                failed += 1
                print(f"input {number} ({kind}, seed {told.seed}): {wrong}", flush=True)
            if (number + 1) % 1000 == 0:
                print(
                    f"{number + 1} inputs, {failed} failed, {time.monotonic() - start:.0f} s, {held()} MB", flush=True
                )
    for kind, count in sorted(counts.items()):
        seconds, number = slowest[kind]
        print(f"{kind}: {count} inputs, the slowest (number {number}) took {seconds:.2f} s")
    print(f"{counts.total()} inputs, {failed} failed, {held()} MB at most")
    return int(failed > 0 or held() > MEMORY)


def held() -> int:
    """The most memory that the process held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
