"""Lists of recipients (nơi nhận), in which several may share a brace and the words beside it."""

from baocao.load.records.check import check
from baocao.load.records.reader import RecordReader
from baocao.load.yaml import tree
from baocao.model.campaign import Recipient
from baocao.model.record import Key, ListOf, Record, Scalar, ScalarOrRecord
from baocao.model.scalars import TEXT
from baocao.model.text import Text


def recipients_shape(words: Scalar) -> ListOf:
    """Give the shape of a list whose texts are of the shape `words`."""
    return ListOf(ScalarOrRecord(words, _brace(words)))


def is_readable(node: tree.Node | None) -> bool:
    """Tell whether a list of recipients can be read in full, whatever is wrong with its words."""
    items = node.items if isinstance(node, tree.Sequence) else ()
    return bool(items) and all(
        isinstance(item, Text)
        or (isinstance(item, tree.Mapping) and not any(check(item, _brace(TEXT), "noi_nhan")))
        for item in items
    )


def recipients_of(fields: RecordReader, key: str) -> tuple[Recipient, ...]:
    """Read a list of recipients whose shape was checked."""
    return tuple(
        Recipient(names=(each.stripped,))
        if isinstance(each, Text)
        else Recipient(names=each.strings("noi"), purpose=each.words("de"))
        for each in fields.items(key)
    )


def recipient_texts(fields: RecordReader, key: str) -> tuple[Text, ...]:
    """Give every text of a list of recipients, in the file's order."""
    return tuple(
        text
        for each in fields.items(key)
        for text in (
            (each,)
            if isinstance(each, Text)
            else (*each.texts("noi"), *filter(None, (each.optional("de"),)))
        )
    )


def _brace(words: Scalar) -> Record:
    return Record(
        {
            "de": Key(words, "lời ghi bên dấu ngoặc, ví dụ Để báo cáo", required=True),
            "noi": Key(ListOf(words), "các nơi nhận chung một dấu ngoặc", required=True),
        }
    )
