"""Parses XML from a stranger: no document type, no entities, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from models.errors import KnownError


def parse_xml(name: str, content: bytes) -> Element:
    """The root of a document, or the word that the file is unsafe or damaged."""
    refuse_types(name, content)
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise KnownError("slip_unsafe", name=name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise KnownError("slip_damaged", name=name) from error
    return root


def refuse_types(name: str, content: bytes) -> None:
    """No part of an office file declares a document type; one that does tries to read files or to fill the memory."""
    if content.find(b"!", 0, 65536) < 0:  # found in no time, and rare
        return
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65536]:
        raise KnownError("slip_unsafe", name=name)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def below(element: Element, *names: str) -> Iterator[Element]:
    """All elements below one that are called so."""
    return (found for found in element.iter() if local(found) in names)


def attribute(element: Element, name: str) -> str:
    """An attribute whatever its namespace; empty where there is none."""
    given = element.get(name)
    if given is not None:
        return given
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
