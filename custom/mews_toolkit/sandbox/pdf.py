"""PDF files of plain text, as small as they get."""

from collections.abc import Sequence

_LINES_PER_PAGE = 60
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
_CATALOG, _PAGES, _FONT_OBJECT = 1, 2, 3


def pdf(lines: Sequence[str]) -> bytes:
    """A file with these lines, on as many A4 pages as they need."""
    pages = [
        lines[start : start + _LINES_PER_PAGE]
        for start in range(0, max(len(lines), 1), _LINES_PER_PAGE)
    ]
    numbers = range(_FONT_OBJECT + 1, _FONT_OBJECT + 1 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        f"<< /Type /Catalog /Pages {_PAGES} 0 R >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        _FONT,
    ]
    for number, page in zip(numbers, pages, strict=True):
        objects += (_page(number + 1), _stream(page))
    return _file(objects)


def _page(contents: int) -> bytes:
    font = f"<< /Font << /F {_FONT_OBJECT} 0 R >> >>"
    page = f"/Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 595 842] /Resources {font}"
    return f"<< {page} /Contents {contents} 0 R >>".encode()


def _stream(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(" + _escaped(line) + b") '\n" for line in lines)
    text = b"BT /F 9 Tf 12 TL 50 800 Td\n" + shown + b"ET"
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def _escaped(line: str) -> bytes:
    for mark in "\\()":
        line = line.replace(mark, "\\" + mark)
    return line.replace("\n", " ").replace("\r", " ").encode("cp1252", "replace")


def _file(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, it in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, it)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (len(objects) + 1, _CATALOG)
    return bytes(written) + b"startxref\n%d\n%%%%EOF\n" % table
