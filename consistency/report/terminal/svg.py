"""The terminal report as an SVG image, with double-width characters on their two cells."""

from __future__ import annotations

import html
import io
import re
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME

CELL = 12.2  # rich's width of a cell at its font size of 20
FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans CJK SC', 'PingFang SC', monospace"
TEXT = re.compile(r'<text (class="[^"]*") x="([^"]*)" (y="[^"]*") textLength="[^"]*"( clip-path="[^"]*")?>(.*?)</text>')


def recording_console(width: int) -> Console:
    """A console whose lines can be exported."""
    return Console(
        file=io.StringIO(), record=True, force_terminal=True, color_system="truecolor", no_color=False, width=width,
        legacy_windows=False,
    )  # fmt: skip


def svg_of(console: Console) -> str:
    """What was printed, as an SVG that fetches nothing from elsewhere."""
    svg = console.export_svg(title="consistency report", theme=SVG_EXPORT_THEME)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-variant-east-asian: full-width;", "").replace("Fira Code, monospace", FONTS)
    return TEXT.sub(_on_cells, svg) + "\n"


def _on_cells(element: re.Match[str]) -> str:
    """The text element as one for each run of characters of one width; rich takes all for narrow ones."""
    style, x, y, clip, content = element.groups()
    runs, left = [], float(x)
    for width, chars in groupby(html.unescape(content), key=cell_len):
        run = "".join(chars)
        length = CELL * width * len(run)
        wide = ' font-size="22"' if width == 2 else ""
        escaped = html.escape(run).replace("\xa0", "&#160;")
        runs.append(f'<text {style} x="{left:.6g}" {y} textLength="{length:.6g}"{wide}{clip or ""}>{escaped}</text>')
        left += length
    return "".join(runs)
