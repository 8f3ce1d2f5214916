"""Tooltips of what users typed: Qt takes a text that looks like HTML for HTML, so such a text is escaped."""

from __future__ import annotations

from html import escape


def as_tip(text: str) -> str:
    """The text as a tooltip that shows it letter by letter."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if "<" in text else text
