"""Messages about a unit's prose, plan and keys: the rules and their sentences."""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.free_outline import Mark, NumberedPart, TableRow
from baocao.model.paper import Reference
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean
from baocao.vietnamese.text import squeeze

MALFORMED_REFERENCE = Rule(
    "malformed-reference",
    """Chỗ in số liệu `{{ … }}` viết không đúng cách.

Trong dấu {{ }} chỉ viết: mã chỉ tiêu, dấu chấm, mã cột; hoặc tang_truong(số trước, số sau);
hoặc bang_chu(số).

Sai và đúng::

    thuan_loi: |
  -   Toàn tỉnh có {{ sang_kien }} sáng kiến.
  +   Toàn tỉnh có {{ sang_kien.tong }} sáng kiến.
""",
)


_LONGEST_SHOWN = 60


_REFERENCE_FORMS = (
    "Đề nghị viết như {{ ma_chi_tieu.ma_cot }}, "
    "{{ tang_truong(ma_chi_tieu.ma_cot, ma_chi_tieu.ma_cot) }} "
    "hoặc {{ bang_chu(ma_chi_tieu.ma_cot) }}, với mã ghi trong biểu số liệu."
)


def malformed_reference(text: Text, reference: Reference) -> Diagnostic:
    typed = squeeze(reference.expression)
    shown = typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}…"
    return MALFORMED_REFERENCE.error(
        text.span_of(reference.offset, reference.length),
        f"Không hiểu «{shown}» trong dấu {{{{ }}}}." if shown else "Trong dấu {{ }} chưa viết gì.",
        _REFERENCE_FORMS,
    )


def unopened_reference(text: Text, offset: int) -> Diagnostic:
    return MALFORMED_REFERENCE.error(
        text.span_of(offset, 2),
        "Dấu }} ở đây không có dấu {{ mở ở trước.",
        _REFERENCE_FORMS,
    )


def unclosed_reference(text: Text, offset: int) -> Diagnostic:
    return MALFORMED_REFERENCE.error(
        text.span_of(offset, 2),
        "Dấu {{ đã mở mà chưa đóng bằng }}.",
        _REFERENCE_FORMS,
    )


UNKNOWN_SECTION = Rule(
    "unknown-section",
    """Mục không có trong đề cương.

Lời văn viết dưới một khóa gõ sai tên sẽ không được in; vì vậy chương trình không bỏ qua mà hỏi
lại.

Sai và đúng::

  - thuan_lơi: Được sự quan tâm của cấp ủy.
  + thuan_loi: Được sự quan tâm của cấp ủy.
""",
)


def unknown_section(key: Text, sections: tuple[str, ...], head: tuple[str, ...]) -> Diagnostic:
    return UNKNOWN_SECTION.error(
        key.span,
        f"Đề cương không có mục «{key.value}».{did_you_mean(closest(key.value, sections + head))}",
        f"Đề nghị ghi đúng một trong các mục của đề cương: {', '.join(sections)}; hoặc các khóa "
        f"của phần đầu báo cáo: {', '.join(head)}.",
    )


MISNUMBERED_ITEM = Rule(
    "misnumbered-item",
    """Số hoặc dấu ở đầu mục của kế hoạch không đúng.

Các mục của kế hoạch bắt đầu bằng I., 1., 1.1., a), *, - hoặc + rồi một dấu cách. Số do máy đếm: số
gõ vào phải là số sẽ in; muốn khỏi đánh lại số khi thêm bớt thì mọi mục của một dãy cứ ghi số đầu
(I., 1., 1.1., a)).

Sai và đúng::

    # ke-hoach.yaml
    noi_dung: |
      I. MỤC ĐÍCH
      Sơ kết phong trào.

  -   III. NỘI DUNG
  +   II. NỘI DUNG
      Đánh giá kết quả.
""",
)


_MARKS = "I., 1., 1.1., a), *, - hoặc +"


def wrong_number(text: Text, item: NumberedPart) -> Diagnostic:
    typed, printed = item.part.typed, item.number
    return _misnumbered(
        text,
        item,
        f"Mục này ghi số «{typed}» mà đếm theo thứ tự là «{printed}».",
        f"Đề nghị xem lại các mục ở trên rồi ghi {printed}; hoặc ghi {_first(item)} ở mọi mục của "
        "dãy này, máy sẽ tự đánh số.",
    )


def mixed_numbers(text: Text, item: NumberedPart) -> Diagnostic:
    return _misnumbered(
        text,
        item,
        f"Mục «{item.part.typed}» ghi số khác lối với các mục ở trên trong cùng một dãy.",
        f"Đề nghị ghi số theo thứ tự ở mọi mục, mục này là {item.number}; hoặc ghi "
        f"{_first(item)} ở mọi mục, máy sẽ tự đánh số.",
    )


def item_without_parent(text: Text, item: NumberedPart) -> Diagnostic:
    """Build the diagnostic of a number such as `1.1.` that stands under no `1.`."""
    return _misnumbered(
        text,
        item,
        f"Mục «{item.part.typed}» không nằm dưới mục nào ghi số «1.».",
        "Đề nghị thêm mục ấy ở trên, hoặc ghi lại số của mục này.",
    )


def too_many_items(text: Text, item: NumberedPart) -> Diagnostic:
    return _misnumbered(
        text,
        item,
        "Dãy này có nhiều mục quá, không đủ chữ cái hoặc số La Mã để đánh thứ tự.",
        "Đề nghị dùng 1., 2., 3. hoặc chia dãy làm nhiều mục.",
    )


def unknown_mark(text: Text, item: NumberedPart) -> Diagnostic:
    begins = item.part.words.split()[0]
    return _misnumbered(
        text,
        item,
        f"«{begins}» ở đầu dòng không phải là số, dấu đầu mục của kế hoạch.",
        f"Đầu mục đề nghị ghi {_MARKS}; nếu là đoạn văn, đề nghị viết lại đầu câu.",
        len(begins),
    )


def empty_item(text: Text, item: NumberedPart) -> Diagnostic:
    return _misnumbered(
        text,
        item,
        f"Mục «{item.part.typed}» chưa có chữ nào.",
        "Đề nghị viết tiếp sau số, dấu đầu mục, hoặc bỏ dòng này.",
    )


def _first(item: NumberedPart) -> str:
    is_nested = item.part.mark is Mark.NESTED
    return "1." * item.part.typed.count(".") if is_nested else item.part.mark.value


def _misnumbered(
    text: Text, item: NumberedPart, message: str, hint: str, length: int = 0
) -> Diagnostic:
    span = text.span_of(item.part.offset, length or len(item.part.typed))
    return MISNUMBERED_ITEM.error(span, message, hint)


UNEVEN_TABLE = Rule(
    "uneven-table",
    """Bảng gõ trong kế hoạch thừa ô, thiếu ô, hoặc rộng quá khổ giấy.

Bảng gõ bằng dấu |: dòng đầu là đầu cột, các dòng sau có bấy nhiêu ô; ô để trống thì chừa dấu cách
giữa hai dấu |.

Sai và đúng::

    # ke-hoach.yaml
    noi_dung: |
      I. TIẾN ĐỘ

  -   | Nội dung | Thời gian |
  +   | Nội dung | Thời gian | Chủ trì |
      | Gửi báo cáo | 30/10/2017 | Ban CSPL |
""",
)


def uneven_row(text: Text, row: TableRow, head: TableRow) -> Diagnostic:
    return _uneven(
        text,
        row,
        f"Dòng này của bảng có {len(row.cells)} ô, mà dòng đầu có {len(head.cells)} ô.",
        "Đề nghị thêm hoặc bớt dấu | cho đủ ô; ô để trống thì chừa dấu cách.",
    )


def table_without_rows(text: Text, head: TableRow) -> Diagnostic:
    return _uneven(
        text,
        head,
        "Bảng chỉ có một dòng, là dòng đầu cột.",
        "Đề nghị thêm các dòng dưới, mỗi dòng bắt đầu bằng dấu |; nếu không phải là bảng, đề nghị "
        "bỏ dấu | ở đầu dòng.",
    )


def table_too_wide(text: Text, head: TableRow, needed: float, width: float) -> Diagnostic:
    return _uneven(
        text,
        head,
        f"Bảng cần rộng {needed:.0f} mm, mà trang giấy chỉ có {width:.0f} mm.",
        "Đề nghị bớt cột, hoặc viết các ô ngắn lại.",
    )


def table_after_mark(text: Text, row: TableRow) -> Diagnostic:
    return _uneven(
        text,
        row,
        "Trong ô của bảng không dùng được dấu * để in đậm, in nghiêng.",
        "Đề nghị bỏ các dấu * ở dòng này.",
    )


def _uneven(text: Text, row: TableRow, message: str, hint: str) -> Diagnostic:
    return UNEVEN_TABLE.error(text.span_of(row.offset, row.length), message, hint)


TEXT_CUT_BY_HASH = Rule(
    "text-cut-by-hash",
    """Dấu # cắt mất phần sau của câu.

Trong YAML, dấu # đứng sau dấu cách mở đầu một ghi chú: từ đó đến hết dòng sẽ không được in.

Sai và đúng::

  - thuan_loi: Tổ sản xuất # 1 dẫn đầu phong trào.
  + thuan_loi: "Tổ sản xuất # 1 dẫn đầu phong trào."
""",
)


def text_cut_by_hash(text: Text, start: int, end: int) -> Diagnostic:
    """Build the diagnostic of the words from `start` to `end`, offsets into the source."""
    lost = text.source.text[start:end]
    return TEXT_CUT_BY_HASH.error(
        text.source.span(start, end),
        f"«{lost}» đứng sau dấu # nên sẽ không được in.",
        "Nếu đó là lời văn, đề nghị đặt cả câu trong dấu ngoặc kép hoặc viết dưới dấu |; "
        "nếu là ghi chú, đề nghị chuyển lên dòng riêng.",
    )


TEXT_RUN_TOGETHER = Rule(
    "text-run-together",
    """Danh sách hoặc nhiều dòng bị dồn thành một đoạn.

Lời văn viết ngay sau dấu hai chấm mà kéo xuống dòng dưới thì YAML nối các dòng lại; gạch đầu dòng
ở các dòng dưới thành dấu gạch giữa câu.

Sai và đúng::

  - thuan_loi: Các thuận lợi
  + thuan_loi: |
  +   Các thuận lợi
  +
      - Được quan tâm
      - Cán bộ nhiệt tình
""",
)


def list_run_together(text: Text) -> Diagnostic:
    return TEXT_RUN_TOGETHER.error(
        text.span,
        "Các gạch đầu dòng ở dưới sẽ bị dồn vào dòng này thành một đoạn.",
        "Lời văn có gạch đầu dòng, đề nghị viết dưới dấu |; nếu là các mục của một danh sách, đề "
        "nghị thụt các dấu gạch vào bằng nhau.",
    )


def outline_run_together(text: Text) -> Diagnostic:
    return TEXT_RUN_TOGETHER.error(
        text.span,
        "Các dòng ở dưới sẽ bị dồn vào dòng này thành một đoạn.",
        "Đề nghị viết dấu | ngay sau dấu hai chấm, rồi viết nội dung từ dòng dưới, thụt vào hai ô.",
    )
