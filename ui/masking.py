"""A log without anything that may be somebody's. What is known to be ours stays; of all else only the words listed."""

from __future__ import annotations

import re

# What a message of Python, Qt, SQLite or the operating system is made of; any other word may be a name.
_WORDS = """
a able above accept access after again already an and another answer any argument arguments as asked at attempt
attribute backup bad be been before being below between broken busy by bytes call called can cannot change changed
character characters check close closed code column command committed connection constraint context copy corrupt
could create current data database day dead deadlock decode deleted denied descriptor device dict did different
directory disk divisible division do document does ended empty encode end error exceeded exception exc exists
expected export failed file files find float folder font for foreign format found from full function get given gone
got handle has have held hour id if in index input int integrity invalid io is it item items key keyword language
last left length limit line list locked log long loop lost mail malformed map match maximum meeting memory message
method minute missing module most must name near network new no none not nothing null number object objects of
offset on only open operation or out outside page paper parameter parameters path permission pipe position
positional possible preview print printer process range reached read readonly reason record recursion refused
report required reset resource restore result returned room row rows same save schema second seconds section send
sequence server session set shorter size snapshot space sqlalchemy sql sqlite start state statement step stopped
store str subscriptable such supported system table takes text than that the there this thread time timed times to
too transaction tuple type undo unable unexpected unhashable unique unknown unpack unreachable unsupported until
update used valid value values version view wait waiting was were when while with within without worker workspace
would write wrong zero
"""
WORDS = frozenset(_WORDS.split())
LEVELS = frozenset(("WARNING", "ERROR", "CRITICAL", "None", "True", "False", "File"))
FIXED = frozenset(
    (
        "Traceback (most recent call last):",
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
    )
)
ROOTS = ("ui", "models", "exporters", "resources", "site-packages", "python3.11", "Lib", "lib")  # the first names win

STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
FRAME = re.compile(r'(\s*)File "(.+)", line (\d+)(?:, in ([A-Za-z0-9_<>.]+).*)?')
CARETS = re.compile(r"[\s^~]*")
ESCAPED = re.compile(r"(?:\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\[0-7]{3}|%[0-9A-Fa-f]{2})+")
FOREIGN = re.compile(r"[^\x00-\x7f]+")
MAIL = re.compile(r"[\w.+…-]+@[\w.…-]+")
LONG_NUMBER = re.compile(r"\+?\d[\d .,()/_…-]*\d")
QUOTED = re.compile(r"(['\"])(?:(?!\1)[^\n\\]|\\.)*\1")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FAULT = re.compile(r"[A-Z][A-Za-z]*(?:Error|Exception|Warning|Interrupt|Exit)")
GAPS = re.compile(r"…(?:[\s.\\/:,_-]*…)+")
LONGEST_NUMBER = 6  # digits; a longer number may be somebody's


def masked(text: str) -> str:
    """The text without names, numbers of people, mail addresses, folders, foreign words and quoted values."""
    lines: list[str] = []
    follows_frame = False
    for line in text.split("\n"):
        frame = FRAME.fullmatch(line)
        code = follows_frame and line.startswith("    ")
        lines.append(_frame(frame) if frame else _code(line) if code else _line(line))
        follows_frame = frame is not None
    return "\n".join(lines)


def _line(line: str) -> str:
    """A line outside of a traceback, or a message."""
    if line in FIXED or STAMP.fullmatch(line) or CARETS.fullmatch(line):
        return line
    return GAPS.sub("…", WORD.sub(lambda word: word.group() if _is_known(word.group()) else "…", _code(line)))


def _is_known(word: str) -> bool:
    return word in WORDS or word in LEVELS or FAULT.fullmatch(word) is not None


def _code(line: str) -> str:
    """A line of our source: only what is no name in it."""
    for pattern, instead in ((ESCAPED, "…"), (FOREIGN, "…"), (QUOTED, "'…'"), (MAIL, "…@…")):
        line = pattern.sub(instead, line)
    return LONG_NUMBER.sub(_number, line)


def _number(found: re.Match[str]) -> str:
    return "…" if sum(map(str.isdigit, found.group())) > LONGEST_NUMBER else found.group()


def _frame(found: re.Match[str]) -> str:
    """Where in the program it was: the folders above it are the user's."""
    indent, path, number, function = found.groups()
    parts = re.split(r"[\\/]", path)
    root = next((place for name in ROOTS for place in _places(parts, name)), len(parts) - 1)
    shown = _code("/".join(parts[root:])) if root < len(parts) - 1 or path.startswith("<") else "…"
    return f'{indent}File "{shown}", line {number}' + (f", in {function}" if function else "")


def _places(parts: list[str], name: str) -> list[int]:
    """Where a folder of this name stands, the last first."""
    return [place for place in reversed(range(len(parts) - 1)) if parts[place] == name]
