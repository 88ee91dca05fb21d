"""The head of each file that becomes a document: number, date, who signs, to whom it goes."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TypedDict

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.read import read_image
from baocao.load.records.reader import RecordReader
from baocao.load.records.recipients import (
    is_readable,
    recipient_texts,
    recipients_of,
    recipients_shape,
)
from baocao.load.unit.messages import list_run_together, malformed_number, text_cut_by_hash
from baocao.model.campaign import Recipient
from baocao.model.paper import DocumentDate, DocumentNumber, Image
from baocao.model.record import Key, ListOf, Record, Scalar
from baocao.model.scalars import DATE, LETTER, LINE
from baocao.model.text import Text
from baocao.vietnamese.dates import parse_date

_NUMBER = re.compile(r"(?P<figure>0{0,5}[1-9][0-9]{0,5})(/(?P<symbol>[^\W\d_]+(-[^\W\d_]+)*))?")
_JOINED_ITEM = re.compile(r"\S[ \t]*\n[ \t]*[-+] ")


def _unlike_number(text: Text) -> Diagnostic | None:
    return None if _NUMBER.fullmatch(text.stripped) else malformed_number(text)


_RECIPIENTS = recipients_shape(LINE)
SIGNATURE = Key(
    LINE, "Ảnh chữ ký", "Tệp PNG trong thư mục đơn vị, ví dụ chu-ky.png; ký tay thì viết ~."
)
HEAD = Record(
    {
        "so": Key(
            Scalar(problem=_unlike_number, pattern=rf"^[0-9]{{1,6}}(/{LETTER}+(-{LETTER}+)*)?$"),
            "Số văn bản",
            "Ví dụ 45 hoặc 45/BC-LĐLĐ; chưa có số thì viết ~.",
        ),
        "ngay": Key(DATE, "Ngày ký văn bản", "Ví dụ 25/8/2017; chưa có ngày thì viết ~."),
        "nguoi_ky": Key(LINE, "Họ và tên người ký", "Không ghi học hàm, học vị."),
        "chuc_vu": Key(LINE, "Chức vụ người ký", "Để trống thì người đứng đầu ký."),
        "kinh_gui": Key(
            ListOf(LINE, or_one=True), "Kính gửi", "Chỉ ghi khi khác với nơi gửi chung của cấp."
        ),
        "noi_nhan": Key(_RECIPIENTS, "Nơi nhận", "Mỗi dòng một nơi, dòng cuối là Lưu: VT, …"),
        "chu_ky": SIGNATURE,
    }
)


class DocumentHead(TypedDict):
    """What a head says, by the fields of a `Paper`."""

    number: DocumentNumber | None
    date: DocumentDate | None
    signer: Text | None
    position: Text | None
    addressees: tuple[Text, ...]
    recipients: tuple[Recipient, ...]
    recipient_texts: tuple[Text, ...]


def read_head(fields: RecordReader) -> DocumentHead:
    """Read the head's keys; a list of recipients that cannot be read in full is left out."""
    is_read = is_readable(fields.node.entries.get("noi_nhan", (None, None))[1])
    return DocumentHead(
        number=_number(fields.optional("so")),
        date=_date(fields.optional("ngay")),
        signer=fields.optional("nguoi_ky"),
        position=fields.optional("chuc_vu"),
        addressees=fields.texts("kinh_gui"),
        recipients=recipients_of(fields, "noi_nhan") if is_read else (),
        recipient_texts=recipient_texts(fields, "noi_nhan") if is_read else (),
    )


def read_signature(
    fields: RecordReader, folder: Path, key: str = "chu_ky"
) -> tuple[Image | None, tuple[Diagnostic, ...]]:
    """Read the picture of a signature under `key`, a file in the unit's `folder`.

    None where there is none, or where it has a fault, which is given.
    """
    path = fields.optional(key)
    image = None if path is None else read_image(path, folder)
    return (None, (image,)) if isinstance(image, Diagnostic) else (image, ())


def yaml_surprises(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Give where YAML cuts texts short or runs them together, for want of its marks."""
    return chain(_cut(texts), _run_together(texts))


def _run_together(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Give each text whose lines YAML joins, where some of them look like list items."""
    for text in texts:
        raw, start = text.source.text, text.start
        if not text.joins_lines:
            continue
        body = raw.find("\n", start) if raw.startswith(">", start) else start
        if _JOINED_ITEM.search(raw, body, text.end):
            yield list_run_together(text)


def _cut(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Give each text whose line goes on after a `#`, which YAML takes as a note."""
    for text in texts:
        raw = text.source.text
        newline = raw.find("\n", text.end)
        rest = raw[text.end : len(raw) if newline < 0 else newline]
        if text.plain and rest[:1] in (" ", "\t") and rest.lstrip().startswith("#"):
            start = text.end + len(rest) - len(rest.lstrip())
            yield text_cut_by_hash(text, start, text.end + len(rest.rstrip()))


def _number(text: Text | None) -> DocumentNumber | None:
    match = _NUMBER.fullmatch(text.stripped) if text is not None else None
    if text is None or match is None:
        return None
    return DocumentNumber(text, int(match["figure"]), match["symbol"])


def _date(text: Text | None) -> DocumentDate | None:
    value = parse_date(text.value) if text is not None else None
    return None if text is None or value is None else DocumentDate(text, value)


def read_date(fields: RecordReader, key: str) -> DocumentDate | None:
    """Give the date under `key`; None where there is none or it cannot be read."""
    return _date(fields.optional(key))
