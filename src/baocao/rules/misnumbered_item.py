"""Số hoặc dấu ở đầu mục của kế hoạch không đúng.

Các mục của kế hoạch bắt đầu bằng I., 1., 1.1., a), *, - hoặc + rồi một dấu cách. Số do máy đếm: số
gõ vào phải là số sẽ in; muốn khỏi đánh lại số khi thêm bớt thì mọi mục của một dãy cứ ghi số đầu
(I., 1., 1.1., a)).

Sai::

    # ke-hoach.yaml
    noi_dung: |
      I. MỤC ĐÍCH
      Sơ kết phong trào.

      III. NỘI DUNG
      Đánh giá kết quả.

Đúng::

    # ke-hoach.yaml
    noi_dung: |
      I. MỤC ĐÍCH
      Sơ kết phong trào.

      II. NỘI DUNG
      Đánh giá kết quả.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.free_outline import Mark, Numbered
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_MARKS = "I., 1., 1.1., a), *, - hoặc +"


def wrong_number(text: Text, item: Numbered) -> Diagnostic:
    """Report a number that is not the one that is printed."""
    typed, printed = item.part.typed, item.number
    return _fault(
        text,
        item,
        f"Mục này ghi số «{typed}» mà đếm theo thứ tự là «{printed}».",
        f"Đề nghị xem lại các mục ở trên rồi ghi {printed}; hoặc ghi {_first(item)} ở mọi mục của "
        "dãy này, máy sẽ tự đánh số.",
    )


def mixed(text: Text, item: Numbered) -> Diagnostic:
    """Report a number in a list of which some are counted and others repeat the first."""
    return _fault(
        text,
        item,
        f"Mục «{item.part.typed}» ghi số khác lối với các mục ở trên trong cùng một dãy.",
        f"Đề nghị ghi số theo thứ tự ở mọi mục, mục này là {item.number}; hoặc ghi "
        f"{_first(item)} ở mọi mục, máy sẽ tự đánh số.",
    )


def without_parent(text: Text, item: Numbered) -> Diagnostic:
    """Report a number such as `1.1.` that stands under no `1.`."""
    return _fault(
        text,
        item,
        f"Mục «{item.part.typed}» không nằm dưới mục nào ghi số «1.».",
        "Đề nghị thêm mục ấy ở trên, hoặc ghi lại số của mục này.",
    )


def too_many(text: Text, item: Numbered) -> Diagnostic:
    """Report more items than there are letters, or Roman numerals."""
    return _fault(
        text,
        item,
        "Dãy này có nhiều mục quá, không đủ chữ cái hoặc số La Mã để đánh thứ tự.",
        "Đề nghị dùng 1., 2., 3. hoặc chia dãy làm nhiều mục.",
    )


def strange(text: Text, item: Numbered) -> Diagnostic:
    """Report a line that begins with a number or mark of another style."""
    begins = item.part.words.split()[0]
    return _fault(
        text,
        item,
        f"«{begins}» ở đầu dòng không phải là số, dấu đầu mục của kế hoạch.",
        f"Đầu mục đề nghị ghi {_MARKS}; nếu là đoạn văn, đề nghị viết lại đầu câu.",
        len(begins),
    )


def empty(text: Text, item: Numbered) -> Diagnostic:
    """Report an item without words."""
    return _fault(
        text,
        item,
        f"Mục «{item.part.typed}» chưa có chữ nào.",
        "Đề nghị viết tiếp sau số, dấu đầu mục, hoặc bỏ dòng này.",
    )


def _first(item: Numbered) -> str:
    is_nested = item.part.mark is Mark.NESTED
    return "1." * item.part.typed.count(".") if is_nested else item.part.mark.value


def _fault(text: Text, item: Numbered, message: str, hint: str, length: int = 0) -> Diagnostic:
    span = text.span_of(item.part.offset, length or len(item.part.typed))
    return RULE.error(span, message, hint)
