"""Characters as paths: for marks that are drawn but are no text (a draft mark must not turn up in copied text).

TrueType outlines are quadratic (OpenType specification 1.9, table glyf); PDF knows cubic curves, so each is raised a
degree, which draws the same curve.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache

from exporters.typeset.truetype import FontFile

Point = tuple[float, float]
_Knot = tuple[float, float, bool]  # x, y, on the curve
_ON, _SHORT_X, _SHORT_Y, _REPEAT, _SAME_X, _SAME_Y = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20


@lru_cache(maxsize=256)  # the draft mark is the same on every page of every paper
def glyph_path(file: FontFile, glyph: int, scale: float, x: float) -> str:
    """PDF path operators for a glyph, `scale` points to a font unit, its origin at (x, 0). Composites draw nothing."""
    outline = file.outline(glyph)
    if len(outline) < 10 or outline[0] >= 0x80:
        return ""
    contours = _contours(outline)
    return "\n".join(_contour_path([(x + px * scale, py * scale, on) for px, py, on in knots]) for knots in contours)


def _contours(outline: bytes) -> list[list[_Knot]]:
    (count,) = struct.unpack_from(">h", outline)
    ends = struct.unpack_from(f">{count}H", outline, 10)
    (instructions,) = struct.unpack_from(">H", outline, 10 + 2 * count)
    flags, at = _flags(outline, 12 + 2 * count + instructions, ends[-1] + 1)
    xs, at = _coordinates(outline, at, flags, _SHORT_X, _SAME_X)
    ys, at = _coordinates(outline, at, flags, _SHORT_Y, _SAME_Y)
    knots = [(x, y, bool(flag & _ON)) for x, y, flag in zip(xs, ys, flags, strict=True)]
    starts = (0, *(end + 1 for end in ends[:-1]))
    return [knots[start : end + 1] for start, end in zip(starts, ends, strict=True)]


def _flags(outline: bytes, at: int, count: int) -> tuple[list[int], int]:
    flags: list[int] = []
    while len(flags) < count:
        flag, at = outline[at], at + 1
        flags.append(flag)
        if flag & _REPEAT:
            flags += [flag] * outline[at]
            at += 1
    return flags, at


def _coordinates(outline: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[float], int]:
    values: list[float] = []
    value = 0
    for flag in flags:
        if flag & short:
            value += outline[at] if flag & same else -outline[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", outline, at)[0]
            at += 2
        values.append(value)
    return values, at


def _contour_path(knots: list[_Knot]) -> str:
    whole = list(_with_midpoints(knots))
    first = next(number for number, knot in enumerate(whole) if knot[2])
    whole = whole[first:] + whole[: first + 1]
    path = [f"{whole[0][0]:.1f} {whole[0][1]:.1f} m"]
    control: Point | None = None
    last: Point = whole[0][:2]
    for x, y, on in whole[1:]:
        if not on:
            control = (x, y)
            continue
        path.append(f"{x:.1f} {y:.1f} l" if control is None else _curve(last, control, (x, y)))
        control, last = None, (x, y)
    return "\n".join([*path, "h"])


def _with_midpoints(knots: list[_Knot]) -> Iterator[_Knot]:
    """Between two control points lies a point on the curve that the font leaves out."""
    before = knots[-1]
    for knot in knots:
        if not before[2] and not knot[2]:
            yield (before[0] + knot[0]) / 2, (before[1] + knot[1]) / 2, True
        yield knot
        before = knot


def _curve(start: Point, control: Point, end: Point) -> str:
    (x0, y0), (x1, y1), (x2, y2) = start, control, end
    first = (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3
    second = (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3
    return f"{first[0]:.1f} {first[1]:.1f} {second[0]:.1f} {second[1]:.1f} {x2:.1f} {y2:.1f} c"
