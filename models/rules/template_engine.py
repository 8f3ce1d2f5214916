"""The engine behind `template_text`: Jinja2's sandbox, cut down to a list of allowed constructs, and bounded.

Three walls, each enough on its own: the syntax tree may hold allowed nodes only (no call, no assignment, no import);
the sandbox resolves attributes on given mappings alone; filters are our own. Output is yielded value by value
(Jinja2's native code generator) and never passes through marked-up text, so a value cannot forge a blank or a name.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import GeneratorType
from typing import Any, cast

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.parser import Parser
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from models.errors import KnownError
from models.rules import template_filters
from models.rules.template_text import NameText, Piece, RenderedText
from models.rules.template_values import Branch, Joined, Meter, Missing, RefusedError, Rows, scalar, wrapped

LONGEST_SOURCE = 50_000  # characters
LONGEST_REASON = 200
DEEPEST = 50  # nodes below one another
DEEPEST_LOOP = 4
METER = "the meter"  # no template can name it: it holds a space

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.List,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
)
_ENGINE_WORDS = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_LOOP_WORDS = frozenset({"index", "index0", "revindex", "first", "last", "length"})


class _Generator(NativeCodeGenerator):
    """Yields every value at run time, constants too, so that all pass the same gate."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> Any:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox; attributes and items come from given mappings and lists, never from Python objects."""

    code_generator_class = _Generator

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a mapping, or of the loop."""
        if isinstance(obj, LoopContext):
            return getattr(obj, attribute) if attribute in _LOOP_WORDS else Missing(name=f"loop.{attribute}")
        return obj.child(attribute) if isinstance(obj, Branch | Missing) else Missing(name=attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """An item of a list, or a field."""
        if isinstance(obj, Rows | Missing) and isinstance(argument, int):
            return obj.item(argument)
        return self.getattr(obj, str(argument))


def _environment() -> _Environment:
    made = _Environment(autoescape=False, undefined=Missing, keep_trailing_newline=True, optimized=False, cache_size=0)
    made.globals.clear()
    made.filters = dict(template_filters.FILTERS) | {"counted rounds": _counted}
    made.tests = {"defined": lambda value: not isinstance(value, Undefined), "undefined": Missing.is_missing}
    return made


def render(source: str, values: Mapping[str, object]) -> RenderedText:
    """See `template_text.render`."""
    meter = Meter()
    pieces = _merged(_run(_compiled(source), values, meter))
    return RenderedText(pieces, tuple(dict.fromkeys(meter.missing)))


def holds(condition: str, values: Mapping[str, object]) -> bool:
    """See `template_text.holds`."""
    return bool(list(_run(_compiled_condition(condition), values, Meter())))


def _run(template: Template, values: Mapping[str, object], meter: Meter) -> Iterator[Piece]:
    """The pieces as they come; whatever goes wrong on the way is told with its line."""
    given = {name: wrapped(value, name) for name, value in values.items() if value is not None and value != ""}
    stream = cast(
        "GeneratorType[object, None, None]", template.root_render_func(template.new_context({**given, METER: meter}))
    )
    try:
        for value in stream:
            for piece in _pieces(value, meter):
                meter.count_text(len(piece.text))
                yield piece
    except RefusedError as refused:
        raise KnownError(refused.code, line=_line(template, refused, stream), **refused.values) from refused
    except (TemplateError, TypeError, ValueError) as problem:
        reason = str(problem)[:LONGEST_REASON]
        raise KnownError("template_error", line=_line(template, problem, stream), reason=reason) from problem


def _pieces(value: object, meter: Meter) -> Iterator[Piece]:
    if isinstance(value, Joined):
        for part in value.parts:
            yield from _pieces(part, meter)
    elif isinstance(value, Missing):
        meter.missing.append(value.path)
        yield Piece("", missing=value.path)
    else:
        yield Piece(scalar(value), name=isinstance(value, NameText))


def _merged(found: Iterator[Piece]) -> tuple[Piece, ...]:
    """Neighboring words in one piece, none empty."""
    merged: list[Piece] = []
    run = ""
    for piece in found:
        if not piece.missing and not piece.name:
            run += piece.text
            continue
        merged += [Piece(run)] * bool(run) + [piece]
        run = ""
    return (*merged, Piece(run)) if run else tuple(merged)


@lru_cache(maxsize=1024)
def _compiled(source: str) -> Template:
    """The checked and compiled template."""
    with _told(source):
        return _built(_ENVIRONMENT.parse(source))


@lru_cache(maxsize=1024)
def _compiled_condition(condition: str) -> Template:
    """A template that yields something only when the condition holds."""
    with _told(condition):
        parser = Parser(_ENVIRONMENT, condition, state="variable")
        expression = parser.parse_expression()
        if not parser.stream.eos:
            raise TemplateSyntaxError(f"unexpected {parser.stream.current.value!r}", parser.stream.current.lineno)
        yes = nodes.Output([nodes.TemplateData("yes", lineno=1)], lineno=1)
        tree = nodes.Template([nodes.If(expression, [yes], [], [], lineno=1)], lineno=1)
        tree.set_environment(_ENVIRONMENT)
        return _built(tree)


@contextmanager
def _told(source: str) -> Iterator[None]:
    """Whatever the parser and the compiler refuse is told as a KnownError."""
    if len(source) > LONGEST_SOURCE:
        raise KnownError("template_too_large", line=1, limit=LONGEST_SOURCE)
    try:
        yield
    except TemplateSyntaxError as problem:
        raise KnownError("template_error", line=problem.lineno, reason=problem.message or "") from problem
    except ValueError as problem:  # a number with thousands of digits
        raise KnownError("template_error", line=1, reason=str(problem)[:LONGEST_REASON]) from problem
    except RecursionError as problem:
        raise KnownError("template_too_large", line=1, limit=DEEPEST) from problem


def _built(tree: nodes.Template) -> Template:
    _check(tree, _Depth())
    code = _ENVIRONMENT.compile(tree)
    return Template.from_code(_ENVIRONMENT, code, {})


@dataclass(frozen=True, slots=True)
class _Depth:
    """How far below the top a node lies, and the line of the nearest node that has one."""

    levels: int = 0
    loops: int = 0
    line: int = 1

    def at(self, node: nodes.Node) -> _Depth:
        """The depth at a node one below."""
        return _Depth(self.levels + 1, self.loops + isinstance(node, nodes.For), node.lineno or self.line)


def _check(node: nodes.Node, above: _Depth) -> None:
    """Refuse what is not on the list, what is too deep, and count the rounds of every loop."""
    depth = above.at(node)
    if depth.levels > DEEPEST or depth.loops > DEEPEST_LOOP:
        limit = DEEPEST_LOOP if depth.loops > DEEPEST_LOOP else DEEPEST
        raise KnownError("template_too_large", line=depth.line, limit=limit)
    refused = _refused(node)
    if refused:
        raise KnownError("template_not_allowed", line=depth.line, what=refused)
    for child in node.iter_child_nodes():
        _check(child, depth)
    if isinstance(node, nodes.For):
        node.iter = nodes.Filter(node.iter, "counted rounds", [], [], None, None, lineno=node.lineno)
        node.iter.set_environment(_ENVIRONMENT)
    if isinstance(node, nodes.CondExpr) and node.expr2 is None:
        node.expr2 = nodes.Const("", lineno=node.lineno)  # an `if` without `else` asks for nothing


def _refused(node: nodes.Node) -> str:
    """What of this node is not allowed, in the template's own words; empty when all is."""
    if type(node) not in _ALLOWED:
        return type(node).__name__.lower()
    if isinstance(node, nodes.For) and (node.recursive or node.test or not isinstance(node.target, nodes.Name)):
        return "for"
    if isinstance(node, nodes.Filter) and (node.name not in template_filters.FILTERS or node.kwargs or node.dyn_args):
        return f"|{node.name}"
    if isinstance(node, nodes.Test) and node.name not in _ENVIRONMENT.tests:
        return f"is {node.name}"
    if isinstance(node, nodes.Const) and isinstance(node.value, float):
        return str(node.value)
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
        return "[…]"
    return _private_name(node)


def _private_name(node: nodes.Node) -> str:
    """A name that begins with an underscore is Python's, not the record's."""
    name = ""
    if isinstance(node, nodes.Name):
        name = node.name
    elif isinstance(node, nodes.Getattr):
        name = node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        name = str(node.arg.value)
    return name if name.startswith("_") or name in _ENGINE_WORDS else ""


def _line(template: Template, problem: BaseException, stream: GeneratorType[object, None, None]) -> int:
    """The line that raised the exception, or the one whose value could not be printed."""
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == "<template>"]
    paused = stream.gi_frame
    at = frames[-1].lineno if frames else paused.f_lineno if paused else None
    return template.get_corresponding_lineno(at or 0)


@pass_context
def _counted(context: Context, value: object) -> Iterator[object]:
    """The rounds of a loop: over a list, within the bound; none over a missing one, which is noted."""
    meter: Meter = context.parent[METER]
    if isinstance(value, Missing):
        meter.missing.append(value.path)
        return
    if not isinstance(value, Rows):
        raise RefusedError("template_error", reason="for … in needs a list")
    for index in range(len(value)):
        meter.count_round()
        yield value.item(index)


_ENVIRONMENT = _environment()
