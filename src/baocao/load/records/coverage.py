"""Characters that the document's typefaces lack: the rule, its finder and its sentence."""

from baocao.diagnostics import Diagnostics, Rule
from baocao.layout.typeface import uncovered_runs
from baocao.model.text import Text

_MOST_SHOWN = 3

UNCOVERED_CHARACTER = Rule(
    "uncovered-character",
    """Ký tự mà phông chữ của văn bản không có.

Văn bản in bằng Times New Roman (hoặc phông có cùng kích thước); ký tự mà phông không có sẽ in
thành ô vuông hoặc bằng phông khác. Hay gặp: biểu tượng cảm xúc, dấu đầu dòng lạ chép từ Word.

Sai và đúng::

  - thuan_loi: Phong trào phát triển mạnh 👍
  + thuan_loi: Phong trào phát triển mạnh.
""",
)


def uncovered_characters(text: Text) -> Diagnostics:
    """Yield the first place of each run of such characters in a text that is to be printed."""
    for offset, run in uncovered_runs(text.value):
        codes = " ".join(f"U+{ord(char):04X}" for char in run[:_MOST_SHOWN])
        more = " …" if len(run) > _MOST_SHOWN else ""
        yield UNCOVERED_CHARACTER.error(
            text.span_of(offset, len(run)),
            f"Phông chữ của văn bản không có ký tự «{run}» ({codes}{more}).",
            "Đề nghị xóa ký tự này hoặc thay bằng chữ thường dùng.",
        )
