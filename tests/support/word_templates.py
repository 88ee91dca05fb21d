"""Word templates made by code, for what docxtpl makes of them to be compared with ours."""

import random
import zipfile
from collections.abc import Mapping
from io import BytesIO

_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SPACES = f'xmlns:w="{_URI}" xmlns:wp="{_DRAWN}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOTS = {"header": "hdr", "footer": "ftr"}  # other parts have their name
SECTION = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def package(
    body: str, parts: Mapping[str, str] | None = None, core: str = "", sections: int = 1
) -> bytes:
    """Return a Word file; `parts` are the contents of header, footer, footnotes and comments."""
    own = dict(parts or {})
    references = "".join(
        f'<w:{name}Reference xmlns:r="{_OFFICE}" w:type="default" r:id="{name}"/>'
        for name in own
        if name in {"header", "footer"}
    )
    section = SECTION.format(references)
    more = f"<w:p><w:pPr>{section}</w:pPr></w:p>" * (sections - 1)
    members = {
        "[Content_Types].xml": _types(own),
        "_rels/.rels": _relations(
            {
                "main": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}{more}{section}"
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {name: (f"{_OFFICE}/{name}", f"{name}.xml") for name in own}
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{core}</cp:coreProperties>',
        **{f"word/{name}.xml": _part(_ROOTS.get(name, name), xml) for name, xml in own.items()},
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name, text in members.items():
            written.writestr(name, _DECLARED + text)
    return buffer.getvalue()


def paragraph(*texts: str, properties: str = "") -> str:
    """Return a paragraph with a run for each text; XML in it stands between its runs."""
    runs = "".join(text if text.startswith("<") else run(text) for text in texts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{marks}<w:t>{text}</w:t></w:r>"


def table(*rows: tuple[str, ...], columns: int | None = None) -> str:
    """Return a table of cells given by their content, with a grid of so many columns."""
    count = columns if columns is not None else max(map(len, rows))
    grid = '<w:gridCol w:w="1500"/>' * count
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(row(*cells) for cells in rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def cell(content: str) -> str:
    """Return a cell; a text gets a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def drawing(number: int) -> str:
    """Return a run with a drawing whose id is `number`."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr name="Hình" id="{number}" descr="x"/></wp:inline>'
        "</w:drawing></w:r>"
    )


VALUES: Mapping[str, object] = {
    "name": "Đơn vị A",
    "number": 12,
    "empty": "",
    "lines": "một\nhai",
    "signs": "a\tb\fc\ad",
    "escapes": "{_{ x }_} {_% y %_}",
    "yes": True,
    "no": False,
    "items": ["x", "y", "z"],
    "one": ["chỉ một"],
    "nothing": [],
    "grid": [["1", "2", "3"], ["4", "5", "6"]],
    "units": [
        {"name": "CĐCS Một", "figures": [1, 2], "ok": True},
        {"name": "CĐCS Hai", "figures": [], "ok": False},
        {"name": "CĐCS Ba", "figures": [3, 4, 5], "ok": True},
    ],
}
NASTY = "Công ty A & B <c> \"d\" 'e' “f” {{ g }} {_{ h"


def random_body(seed: int) -> str:
    """Return a body that asks for `VALUES` in many ways, always the same for a seed."""
    return _Grammar(random.Random(seed)).blocks(0)  # noqa: S311 - no secret


class _Grammar:
    """Bodies whose tags cut no frame; `depth` counts the loops, tables and choices around."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names: list[str] = []

    def blocks(self, depth: int) -> str:
        kinds = (self._text, self._loop, self._choice, self._table, self._drawing, self._merged)
        most = 1 if depth > 2 else len(kinds)
        return "".join(
            self._chance.choice(kinds[:most])(depth) for _ in range(self._chance.randint(1, 3))
        )

    def _text(self, depth: int) -> str:
        words = [self._chance.choice(("Lời văn ", "1 &amp; 2", self._value(), self._inline()))]
        words += (self._value() for _ in range(self._chance.randint(0, 2)))
        properties = '<w:pStyle w:val="Thường"/>' if depth % 2 else ""
        return paragraph(*self._split("".join(words)), properties=properties)

    def _loop(self, depth: int) -> str:
        source, name = self._chance.choice(("items", "one", "nothing", "lines")), f"i{depth}"
        self._names.append(name)
        inner = self.blocks(depth + 1)
        self._names.pop()
        start, end = self._split(f"{{%p for {name} in {source} %}}"), ("{%p endfor %}",)
        return paragraph(*start) + inner + paragraph(*end)

    def _choice(self, depth: int) -> str:
        test = self._chance.choice(("yes", "no", "number &gt; 3", "name == “Đơn vị A”", "nothing"))
        return (
            paragraph(*self._split(f"{{%p if {test} %}}"))
            + self.blocks(depth + 1)
            + paragraph("{%p else %}")
            + self.blocks(depth + 1)
            + paragraph("{%p endif %}")
        )

    def _table(self, depth: int) -> str:
        columns = self._chance.randint(1, 4)
        rows = [self._row(self._chance.randint(1, columns), depth)]
        if self._chance.random() < 0.6:
            rows += (
                row("{%tr for u in units %}"),
                row(*("{{ u.name }}" for _ in range(columns))),
                row("{%tr endfor %}"),
            )
        if self._chance.random() < 0.4:
            rows.append(row("{%tc for g in items %}", "{{ g }}", "{%tc endfor %}"))
        if self._chance.random() < 0.3:
            rows.append(row("{% colspan " + str(self._chance.randint(1, 3)) + " %}a", "b"))
        grid = '<w:gridCol w:w="1200"/>' * columns
        return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>" + self._text(depth)

    def _row(self, columns: int, depth: int) -> str:
        cells = [self.blocks(depth + 1) + paragraph("cuối ô") for _ in range(columns)]
        return row(*cells)

    def _drawing(self, depth: int) -> str:
        return paragraph(*self._split(self._value()), drawing(self._chance.randint(1, 9) + depth))

    def _merged(self, _: int) -> str:
        ends = self._chance.choice((("%}", "{%-"), ("-%}", "{%"), ("-%}", "{%-")))
        return (
            paragraph(f"{{% if yes {ends[0]}")
            + paragraph(self._value())
            + paragraph(f"{ends[1]} endif %}}")
        )

    def _value(self) -> str:
        names = [
            *self._names,
            "name",
            "number",
            "lines",
            "signs",
            "escapes",
            "empty",
            "units[0].name",
        ]
        return f"{{{{ {self._chance.choice(names)} }}}}"

    def _inline(self) -> str:
        value = self._value()
        return self._chance.choice(
            (
                f"{{% if number %}}{value}{{% else %}}0{{% endif %}}",
                f"{{% for k in items %}}{{{{ k }}}}, {value}{{% endfor %}}",
                f"{{# lời nhắc #}}{value}",
                f"{{% set t = “x” %}}{{{{ t ~ name }}}}{value}",
            )
        )

    def _split(self, text: str) -> tuple[str, ...]:
        """Return a text in runs as Word splits them: anywhere, with marks of its own between."""
        pieces: list[str] = []
        while len(text) > 2 and self._chance.random() < 0.6:
            place = self._chance.randint(1, len(text) - 1)
            if "&" in text:
                break
            pieces.append(run(text[:place], self._chance.choice(("", "<w:b/>"))))
            pieces.append(self._chance.choice(("", '<w:proofErr w:type="spellStart"/>')))
            text = text[place:]
        return (*(piece for piece in pieces if piece), run(text))


def _part(root: str, xml: str) -> str:
    return f"<w:{root} {_SPACES}>{xml}</w:{root}>"


def _types(parts: Mapping[str, str]) -> str:
    names = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}.xml": f"{_TYPE}.{name}+xml" for name in parts},
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in names.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
