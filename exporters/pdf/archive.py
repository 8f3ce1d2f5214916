"""What makes a paper fit for the archive: PDF/A-2b (ISO 19005-2).

Metadata in XMP that says the same as the file's properties (§6.6), and an output intent with an sRGB profile (§6.2.3).
The rest is how every paper is written anyway: fonts inside, no transparency, no encryption, no scripts. Layers, which
the standard lets no printer choose by itself (§6.9), are left out by the writer.
"""

from __future__ import annotations

import struct
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument

from exporters.pdf.objects import FileStream, Raw, number_of, set_keys
from exporters.pdf.properties import Properties


def add_objects(document: PDFDocument, properties: Properties) -> None:
    """Make the file say that it is PDF/A-2b."""
    metadata = FileStream(xmp(properties).encode("utf-8"), {"Type": "/Metadata", "Subtype": "/XML"}, plain=True)
    profile = FileStream(srgb_profile(), {"N": 3})
    intent = (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {number_of(document, profile)} 0 R>>]"
    )
    set_keys(document.Catalog, Metadata=metadata, OutputIntents=Raw(intent.encode()))


def xmp(properties: Properties) -> str:
    """The metadata packet."""
    time = f"{properties.made_at:%Y-%m-%dT%H:%M:%S}"
    simple = {
        "pdf:Producer": properties.producer, "pdf:Keywords": properties.keywords,
        "xmp:CreatorTool": properties.creator, "xmp:CreateDate": time, "xmp:ModifyDate": time,
        "dc:format": "application/pdf", "pdfaid:part": "2", "pdfaid:conformance": "B",
    }  # fmt: skip
    parts = [f"<{name}>{escape(text)}</{name}>" for name, text in simple.items() if text]
    parts += [_alternatives("dc:title", properties.title), _alternatives("dc:description", properties.subject)]
    parts += [_list("dc:creator", "Seq", properties.author), _list("dc:language", "Bag", properties.language)]
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{spaces}>\n'
        + "\n".join(part for part in parts if part)
        + '\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )


_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


def _alternatives(name: str, text: str) -> str:
    listed = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
    return f"<{name}>{listed}</{name}>" if text else ""


def _list(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


@cache
def srgb_profile() -> bytes:
    """An ICC profile of the sRGB color space (IEC 61966-2-1), made from its published figures; ICC.1:2004-10, v4.2.

    The primaries are adapted to the D50 white that ICC profiles count from (Bradford).
    """
    curve = b"para" + struct.pack(">IHH5i", 0, 3, 0, *map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = {
        b"desc": _text("sRGB"), b"cprt": _text("No copyright, use freely"), b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"chad": b"sf32" + struct.pack(">I9i", 0, *map(_fixed, _D65_TO_D50)),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392), b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410), b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    bodies = list(dict.fromkeys(tags.values()))  # the three curves are one
    places, at = {}, 128 + 4 + 12 * len(tags)
    for body in bodies:
        places[body] = at
        at += len(body) + -len(body) % 4
    table = b"".join(struct.pack(">4sII", name, places[body], len(body)) for name, body in tags.items())
    content = b"".join(body + bytes(-len(body) % 4) for body in bodies)
    return _profile_header(at) + struct.pack(">I", len(tags)) + table + content


_D65_TO_D50 = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)


def _profile_header(size: int) -> bytes:
    made = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    white = struct.pack(">3i", *map(_fixed, (0.9642, 1.0, 0.8249)))
    kinds = b"mntrRGB XYZ " + made + b"acsp" + bytes(4)
    return struct.pack(">I4sI", size, bytes(4), 0x04200000) + kinds + bytes(24) + white + bytes(48)


def _fixed(number: float) -> int:
    return round(number * 65536)


def _xyz(*values: float) -> bytes:
    return b"XYZ " + struct.pack(">I3i", 0, *map(_fixed, values))


def _text(text: str) -> bytes:
    stored = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(stored), 28) + stored
