"""Known ways out of template sandboxes: each is refused, none prints anything of Python."""

from __future__ import annotations

import pytest

from models.errors import KnownError
from models.rules.template_faults import fault_of
from models.rules.template_text import NameText, holds, render

VALUES = {
    "party_a": {"name_zh": NameText("云岭县人民政府")},
    "parties": [{"name_zh": NameText("云岭县人民政府")}],
    "fields_zh": ["人才", "科技"],
}
REFUSED = (
    "''.__class__",
    "''['__class__']",
    "''.__class__.__mro__[1].__subclasses__()",
    "''|attr('__class__')",
    "[]|attr('__class__')|attr('__base__')",
    "().__class__.__bases__[0]",
    "{}.__class__",
    "[].__class__.__base__.__subclasses__()",
    "party_a.__class__",
    "party_a['__init__']['__globals__']",
    "parties.__len__",
    "parties[0].__dict__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "config",
    "request.application.__globals__",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__['os']",
    "lipsum.__globals__['os'].popen('id')",
    "url_for.__globals__",
    "get_flashed_messages.__globals__",
    "range(10**9)",
    "dict(a=1)",
    "'%c'|format(95)",
    "'{0.__class__}'.format(1)",
    "'{0.__class__}'|format(1)",
    "fields_zh|map(attribute='__class__')|list",
    "fields_zh|map('attr', '__class__')",
    "fields_zh|selectattr('__class__')|list",
    "fields_zh|sort(attribute='__class__')",
    "fields_zh|groupby('__class__')",
    "fields_zh|each('__class__')|join",
    "fields_zh|sum(start=party_a)",
    "fields_zh|pprint",
    "fields_zh|tojson",
    "fields_zh|xmlattr",
    "fields_zh|random",
    "party_a|items",
    "party_a|string|list",
    "(lambda: 1)()",
    "party_a.name_zh.format_map(party_a)",
    "party_a.name_zh.encode('utf-8')",
    "'a'.join(['b'])",
    "''.join.__self__",
    "loop.__class__",
    "caller()",
    "super()",
    "varargs",
    "kwargs",
    "_",
    "__builtins__",
    "__import__('os')",
    "none.__class__",
    "true.__class__",
    "(1).__class__",
    "'\\x5f\\x5fclass\\x5f\\x5f'|attr('x')",
    "''['\\x5f\\x5fclass\\x5f\\x5f']",
    "''['\\137\\137class\\137\\137']",
    "party_a[('__cla','ss__')|join]",
    "party_a['__cla' ~ 'ss__']",
    "9**9**9",
    "'a'*999999999",
    "1 if [].append(1) else 2",
)
BLOCKS = (
    "{% set x = ''.__class__ %}",
    "{% import 'os' as os %}",
    "{% from 'os' import popen %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}{{ m.__globals__ }}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% filter attr('__class__') %}x{% endfilter %}",
    "{% for c in ''.__class__.__mro__ %}{{ c }}{% endfor %}",
    "{% for x in [].__class__.__base__.__subclasses__() %}{% endfor %}",
    "{% for a in parties %}{{ loop.__init__ }}{% endfor %}",
    "{% for a in parties %}{{ loop._iterable }}{% endfor %}",
    "{% for a in parties recursive %}{{ loop(parties) }}{% endfor %}",
    "{% with x = self %}{{ x }}{% endwith %}",
    "{% if ''.__class__ %}x{% endif %}",
    "{% block x %}{{ super() }}{% endblock %}",
    "{% do [].append(1) %}",
    "{% debug %}",
    "{% autoescape false %}{{ ''.__class__ }}{% endautoescape %}",
    "{% trans %}{{ x }}{% endtrans %}",
    "{% raw %}{{ x }}",
)
HARMLESS = {
    "config": ("config",),
    "fields_zh|each('__class__')|join": ("fields_zh.1.__class__", "fields_zh.2.__class__"),
}


@pytest.mark.parametrize("expression", REFUSED)
def test_an_expression_reaches_nothing_of_python(expression: str) -> None:
    """Refused, or a plain missing name, of which nothing is printed but a blank."""
    if expression in HARMLESS:
        told = render("{{ " + expression + " }}", VALUES)
        assert (told.missing, set(told.text) - {"、"}) == (HARMLESS[expression], {"_"})
        return
    for refused in (lambda: render("{{ " + expression + " }}", VALUES), lambda: holds(expression, VALUES)):
        with pytest.raises(KnownError) as caught:
            refused()
        assert caught.value.code in ("template_not_allowed", "template_error")


@pytest.mark.parametrize("source", BLOCKS)
def test_a_statement_reaches_nothing_of_python(source: str) -> None:
    with pytest.raises(KnownError) as caught:
        render(source, VALUES)
    assert caught.value.code in ("template_not_allowed", "template_error")


@pytest.mark.parametrize(
    ("source", "fault"),
    {
        "{{": "not_closed:",
        "{{ a": "not_closed:",
        "{# x": "not_closed:",
        "{{ }}": "nothing_inside:",
        "{{ a b }}": "two_names:b",
        "{% if a %}x": "if_not_ended:",
        "{% if a %}{% for b in c %}x{% endif %}": "end_without_begin:endif",
        "{% for x in y %}": "for_not_ended:",
        "{% for x y %}{% endfor %}": "for_without_in:",
        "{% endif %}": "end_without_begin:endif",
        "{% foo %}": "unknown_tag:foo",
        "{{ a，b }}": "odd_sign:，",
        "{{ (a }}": "odd_sign:}",
        "{{ 'x }}": "odd_sign:'",
        "{{ a | upper }}": "unknown_filter:upper",
        "{{ a.b() }}": "not_allowed:( )",
        "{{ parties }}": "no_plain_value:parties",
        "{{ 'x' | in_capitals }}": "no_number:x",
        "{{ 'x' | date_zh }}": "no_date:x",
        "{{ 'x' | length }}": "filter_needs_list:length",
        "{{ 1 | in_capitals(1, 2) }}": "filter_words:",
        "{% for x in 'a' %}{% endfor %}": "for_without_list:",
        "{% for p, q in parties %}{% endfor %}": "for_without_in:",
        "{% for p in parties if p %}{% endfor %}": "for_without_in:",
        "{{ a. }}": "unfinished:",
        "{{ a | }}": "unfinished:",
        "{% if 'x' < 1 %}{% endif %}": "cannot_compare:",
        "{% if 1 in 'x' %}{% endif %}": "cannot_compare:",
        "{{ not a }}": "for_conditions:",
        "{{ none }}": "for_conditions:",
        "{{ [1, 2] }}": "no_plain_value:[ ]",
        "{% for p in parties %}{{ loop }}{% endfor %}": "no_plain_value:loop",
        "{{ '\\ud800' }}": "half_a_sign:",
        "{{ 0x" + "f" * 5000 + " }}": "too_large:4300",
        "{% for loop in parties %}{% endfor %}": "loop_is_taken:",
        "{{ " + "a." * 100 + "a }}": "too_large:50",
    }.items(),
)
def test_a_fault_has_a_code_for_its_sentence(source: str, fault: str) -> None:
    with pytest.raises(KnownError) as caught:
        render(source, VALUES)
    assert str(fault_of(caught.value)) == fault
