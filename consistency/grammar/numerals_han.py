"""Chinese number words: 两千零八, 五六百, 三十几万, 两亿六千多万, 二〇二六."""

from __future__ import annotations

from consistency.patterns import pattern

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"○": 0, "两": 2, "俩": 2, "仨": 3, "参": 3}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

DIGIT_WORDS = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
SCALE_WORDS = "十百千万亿兆拾佰仟"

_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟参")  # alone they are names: 登陆时, 陆家嘴


def trailing_step(number: float) -> float:
    """The weight of the last digit that is not zero: what 多 may add (300多: 100; 2.3亿多: 1000万)."""
    digits = f"{number:.12g}" if "e" not in f"{number:.12g}" else f"{number:.0f}"
    if "." in digits:
        return float(10.0 ** -len(digits.split(".")[1]))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if digits.strip("0") else 1.0


Parsed = tuple[float, float, float | None, float, str | None]  # low, high, number, step, mod


def parse_han(body: str) -> Parsed | None:
    """A Chinese number word: 两千零八, 五六百, 二十几, 三十几万, 一千多万, 四万五, 二〇二六."""
    if not body or len(body) > 24 or (len(body) == 1 and body in _CAPITALS):
        return None
    for more in "多余来几":
        if more in body and (greater := _greater(body, more)) is not None:
            return greater
    for more in "多余来":
        if more in body:
            head, tail = body.split(more, 1)
            front, back = parse_han(head), _scale_of(tail)
            if front is None or back is None or front[2] is None:
                return None
            number = front[2] * back
            if more == "来":
                return number, number, number, back, "approx"
            return number, number + trailing_step(number), number, back, "more_than"
    if body[0] in "几数":
        scale = _scale_of(body[1:])
        return None if scale is None else (2 * scale, 10 * scale - 1, None, scale, None)
    if "几" in body:
        head, tail = body.split("几", 1)
        front, back = parse_han(head.rstrip("零〇") or head), _scale_of(tail) if tail else 1.0  # 一百零几万
        if front is None or front[2] is None:
            return None
        if back is None:  # 十几二十
            last = _exact_han(tail)
            return (front[2] + 1, last[0], None, 1.0, None) if last and last[0] == front[2] + 10 else None
        return (front[2] + 1) * back, (front[2] + 9) * back, None, back, None
    body = body.replace("廿", "二十").replace("卅", "三十")
    pair = _PAIR.search(body)
    if pair is not None and (len(body) == 2 or any(c in TENS or c in MYRIADS for c in body)):
        first, second = body[: pair.start() + 1] + body[pair.end() :], body[: pair.start()] + body[pair.start() + 1 :]
        low, high = _exact_han(first), _exact_han(second)
        if low is None or high is None:
            return None
        return low[0], high[0], None, low[1], None
    exact = _exact_han(body)
    if exact is None:
        return None
    value, step = exact
    return value, value, value, step, None


def _greater(body: str, more: str) -> Parsed | None:
    """两亿六千多万, 三万几千: what stands behind the greater myriad is a number by itself, added to it."""
    head, tail = body.split(more, 1)
    scale = _scale_of(tail)
    cut = max((head.rfind(myriad) + 1 for myriad, weight in MYRIADS.items() if scale and weight > scale), default=0)
    if not cut:
        return None
    base, rest = _exact_han(head[:cut]), parse_han(head[cut:].lstrip("零〇") + more + tail)
    if base is None or rest is None:
        return None
    low, high, number, step, mod = rest
    return base[0] + low, base[0] + high, None if number is None else base[0] + number, step, mod


_PAIR = pattern(r"一[两二]|[两二]三|三[四五]|四五|五六|六七|七八|八九")


def _scale_of(scales: str) -> float | None:
    weight = 1.0
    for scale in scales:
        found = TENS.get(scale) or MYRIADS.get(scale)
        if found is None:
            return None
        weight *= found
    return weight


def _exact_han(body: str, above: float = 0.0) -> tuple[float, float] | None:
    """The value, and the weight of the last written digit: in words it is round (一万八千: 1000), 三千 alone is not.

    `above` is what stands before it of one number.
    """
    if "点" in body:
        head, tail = body.split("点", 1)
        scales = tail.lstrip(DIGIT_WORDS)
        whole, factor = _exact_han(head), _scale_of(scales)
        if whole is None or factor is None:
            return None
        digits = "".join(str(DIGITS[c]) for c in tail[: len(tail) - len(scales)])
        value = float(f"{float(f'{int(whole[0])}.{digits}') * factor:.15g}")
        return value, factor / 10 ** len(digits)
    if not body:
        return None
    if all(c in DIGITS for c in body):
        return float("".join(str(DIGITS[c]) for c in body)), 1.0
    for myriad in "兆亿万":
        head, scale, tail = body.rpartition(myriad)
        if scale:
            front = _exact_han(head) if head else (1.0, 1.0)
            if front is None or front[0] == 0:
                return None
            weight = float(MYRIADS[myriad])
            if not tail:
                return front[0] * weight, front[1] * weight
            if len(tail) == 1 and tail in DIGITS:
                return (front[0] * weight + DIGITS[tail] * weight / 10, weight / 10) if DIGITS[tail] else None
            back = _exact_han(tail, front[0] * weight)
            return None if back is None or back[0] >= weight else (front[0] * weight + back[0], back[1])
    below = _below_myriad(body)
    return below if below is None or above + below[0] >= 10 * below[1] else (below[0], 1.0)


def _below_myriad(body: str) -> tuple[float, float] | None:
    total, last = 0.0, 10**4
    digit: int | None = None
    for i, c in enumerate(body):
        if c in DIGITS:
            if digit:
                return None
            digit = DIGITS[c]
            continue
        weight = TENS.get(c, last)  # 百几千几
        if weight >= last or (digit == 0 and weight != 10):
            return None
        total += (digit or 1) * weight
        digit, last = None, weight
        if i == len(body) - 2 and weight >= 100 and body[-1] in DIGITS:
            digit = DIGITS[body[-1]]  # 三千二: the next lower place
            return (total + digit * weight / 10, weight / 10) if digit else None
    return total + (digit or 0), float(last) if digit is None and 100 <= last < 10**4 else 1.0
