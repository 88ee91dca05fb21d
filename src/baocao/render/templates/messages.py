"""The rules of templates and the diagnostics that more than one check words with them.

Places are given in words, because Word numbers neither paragraphs nor cells. The line of a span is
the number of the paragraph within its part, or the line of an HTML, CSS or Typst file.
"""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostic, Rule, Severity, Span
from baocao.errors import TemplateError
from baocao.ooxml.package import Harmful, Misleading, NotWord, PackageFault, TooLarge
from baocao.render.templates.usage import UnknownName
from baocao.suggestion import closest, did_you_mean

BROKEN_TAG = Rule(
    "broken-tag",
    """Trong tệp mẫu có thẻ viết sai, chưa đóng hoặc lồng sai.

Thẻ `{{ … }}` in một trường, `{% … %}` chọn hoặc lặp lại; chữ `p`, `tr`, `tc`, `r` viết liền sau
dấu mở nói thẻ ấy đứng thay cả đoạn, hàng, ô hay dãy chữ. Thẻ hỏng thì phần văn bản quanh nó không
in được, hoặc mất chữ mà không ai hay.
""",
)
MISSING_FIELD = Rule(
    "missing-field",
    """Tệp mẫu không in một trường bắt buộc, nên văn bản sẽ mất nội dung.

Mẫu phải có chỗ cho phần đầu, tên loại và trích yếu, nơi gửi, thân, nơi nhận, chữ ký và phụ lục.
Trường nhỏ hơn, như số ký hiệu, chỉ được lưu ý khi kiểm tra mẫu; văn bản nào có trường ấy thì không
lập bằng mẫu này.
""",
)
MISSING_STYLE = Rule(
    "missing-style",
    """Tệp Word mẫu thiếu kiểu chữ (style) hoặc thiếu phần trang mà chương trình cần.

Chương trình in đề mục, đoạn và bảng bằng các kiểu chữ có tên trong mẫu; khổ giấy và lề lấy từ các
phần trang (section). Thiếu thì văn bản không còn đúng thể thức.
""",
)
SPLIT_TAG = Rule(
    "split-tag",
    """Trong tệp Word mẫu có thẻ bị định dạng của Word cắt rời mà chương trình không ghép lại được.

Word hay cắt một thẻ thành nhiều khúc cùng đoạn (đổi kiểu chữ, soát chính tả); những khúc ấy chương
trình tự ghép. Thẻ bị cắt ngang bởi siêu liên kết, theo dõi sửa đổi, trường tự động, hoặc nằm vắt
qua hai đoạn thì không ghép được.
""",
)
UNKNOWN_FIELD = Rule(
    "unknown-field",
    """Tệp mẫu gọi một trường, một bộ lọc hay một khối mà chương trình không có.

Tên trường viết sai một chữ thì chỗ ấy không in được, dù thẻ nằm trong nhánh ít khi dùng đến. Xem
mọi trường dùng được bằng lệnh baocao template list.
""",
)
UNREADABLE_TEMPLATE = Rule(
    "unreadable-template",
    """Tệp mẫu không đọc được: không phải tệp Word, tệp hỏng, hoặc lớn quá giới hạn.

Mẫu Word đọc được tới 20 MB, 64 MB sau khi giải nén, 1.000 tệp con; mẫu HTML, CSS tới 1 MB; mỗi
phần tới 5.000 thẻ, mỗi thẻ 2.000 chữ. Mẫu thật không bao giờ tới các mức ấy.
""",
)
UNSAFE_TEMPLATE = Rule(
    "unsafe-template",
    """Tệp mẫu có thứ có thể chạy lệnh, đọc tệp khác, lấy dữ liệu từ ngoài vào hoặc làm treo máy.

Mẫu thường chép từ người này sang người khác, nên chương trình chỉ nhận mẫu gồm chữ, kiểu chữ và
thẻ in trường: không macro, không đối tượng nhúng, không liên kết tới tệp hay mạng, không lệnh.
Siêu liên kết https và mailto để người đọc bấm thì được.
""",
)
AS_SHIPPED = "Đề nghị so với thẻ cùng loại trong mẫu kèm theo chương trình rồi sửa cho giống."


def raise_on_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise `TemplateError` for the first error, naming how many more there are."""
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if not errors:
        return
    message = errors[0].message[:1].lower() + errors[0].message[1:]
    if len(errors) > 1:
        message += f" Còn {len(errors) - 1} lỗi nữa, xem bằng lệnh baocao template check."
    raise TemplateError(errors[0].span.file, message)


def faulty_package(span: Span, fault: PackageFault) -> Diagnostic:
    match fault:
        case NotWord(reason):
            return UNREADABLE_TEMPLATE.error(
                span,
                f"Tệp không phải là tệp Word (.docx): {reason}.",
                "Đề nghị mở tệp bằng Word rồi lưu lại dạng .docx, hoặc lấy lại mẫu kèm theo chương "
                "trình.",
            )
        case TooLarge(excess, limit):
            return too_large(span, excess, limit)
        case Misleading(trick):
            return UNSAFE_TEMPLATE.error(
                span,
                f"Tệp mẫu là một tệp nén bất thường: {trick}.",
                "Đề nghị không dùng tệp này; nếu là mẫu của đơn vị, mở bằng Word rồi lưu thành tệp "
                "mới.",
            )
        case Harmful(place, content):
            return unsafe_content(span, place, content)


def too_large(span: Span, excess: str, limit: str) -> Diagnostic:
    """Word a template over a limit, such as «quá lớn khi giải nén» and «64 MB»."""
    return UNREADABLE_TEMPLATE.error(
        span,
        f"Tệp mẫu {excess}, quá giới hạn {limit}.",
        "Đề nghị xem lại có chọn nhầm tệp không; mẫu chỉ cần khung văn bản, ảnh để cỡ vừa in.",
    )


def unreadable_text(span: Span, problem: OSError | UnicodeDecodeError) -> Diagnostic:
    return UNREADABLE_TEMPLATE.error(
        span, f"Không đọc được tệp mẫu: {problem}.", "Đề nghị lưu lại tệp bằng mã UTF-8."
    )


def unsafe_content(span: Span, place: str, content: str) -> Diagnostic:
    return UNSAFE_TEMPLATE.error(
        span,
        f"{place}: mẫu có {content}.",
        "Đề nghị gỡ bỏ phần ấy khỏi mẫu rồi lưu lại; ảnh thì chèn hẳn vào tệp, macro thì lưu lại "
        "tệp dạng .docx thường.",
    )


def forbidden_construct(span: Span, place: str, construct: str) -> Diagnostic:
    """Word a construct of Jinja2 that templates may not use."""
    return UNSAFE_TEMPLATE.error(
        span,
        f"{place}: {construct} không dùng được trong mẫu.",
        "Đề nghị chỉ in trường, chọn bằng if và lặp bằng for, như trong mẫu kèm theo chương trình.",
    )


def syntax_error(span: Span, place: str, tag: str, reason: str) -> Diagnostic:
    return BROKEN_TAG.error(span, f"{place}: không hiểu được thẻ «{tag}» ({reason}).", AS_SHIPPED)


def not_a_sequence(span: Span, place: str, tag: str) -> Diagnostic:
    """Word a loop over one value."""
    return BROKEN_TAG.error(
        span,
        f"{place}: thẻ «{tag}» lặp trên một giá trị không phải là dãy.",
        "Đề nghị lặp trên một trường gồm nhiều dòng, xem baocao template list.",
    )


def not_one_value(span: Span, place: str, tag: str) -> Diagnostic:
    """Word a tag that prints a group of fields or a sequence as if it were text."""
    return BROKEN_TAG.error(
        span,
        f"{place}: thẻ «{tag}» in cả một nhóm trường hoặc một dãy chứ không phải một giá trị.",
        "Đề nghị nêu một trường của nhóm, hoặc lặp qua từng dòng bằng for; xem baocao template "
        "list.",
    )


def unknown_name(span: Span, place: str, unknown: UnknownName) -> Diagnostic:
    name, usable = unknown.name, sorted(unknown.known)
    if unknown.is_filter:
        return UNKNOWN_FIELD.error(
            span,
            f"{place}: không có bộ lọc hay phép thử «{name}».{did_you_mean(closest(name, usable))}",
            f"Đề nghị chỉ dùng: {', '.join(usable)}.",
        )
    return UNKNOWN_FIELD.error(
        span,
        f"{place}: không có trường «{name}»."
        f"{did_you_mean(closest(name.rpartition('.')[2], unknown.known))}",
        "Đề nghị chạy baocao template list để xem mọi trường rồi viết đúng tên.",
    )


def missing_required_fields(span: Span, names: tuple[str, ...]) -> Diagnostic:
    return MISSING_FIELD.error(
        span,
        f"Mẫu thiếu thẻ {', '.join(names)} nên sẽ mất nội dung.",
        "Đề nghị thêm thẻ ấy vào chỗ cần in, như trong mẫu kèm theo chương trình.",
    )


def unprinted_field(span: Span, name: str, meaning: str) -> Diagnostic:
    """Word a field that some documents have and the template does not print."""
    return MISSING_FIELD.warning(
        span,
        f"Mẫu không in trường {name}{f' ({meaning})' if meaning else ''}.",
        "Văn bản nào có trường ấy thì chưa lập được bằng mẫu này; đề nghị thêm thẻ nếu đơn vị cần.",
    )
