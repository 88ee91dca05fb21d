"""Messages about a picture: the rules and their sentences."""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

MISSING_PICTURE = Rule(
    "missing-picture",
    """Không có tệp ảnh mà báo cáo, kế hoạch hoặc hồ sơ gọi.

Tệp ảnh nằm trong thư mục của đơn vị, cạnh bao-cao.yaml; đường dẫn ghi ở khóa tep hoặc chu_ky của
tệp nào cũng tính từ thư mục ấy, ví dụ hinh/hoi-nghi.jpg.
""",
)


def missing_picture(text: Text, near: tuple[str, ...]) -> Diagnostic:
    """Build the diagnostic of a missing file; `near` are the pictures in the unit's folder."""
    return MISSING_PICTURE.error(
        text.span,
        f"Không có tệp ảnh «{text.stripped}».{did_you_mean(closest(text.stripped, near))}",
        "Đề nghị chép tệp vào thư mục của đơn vị, hoặc sửa lại đường dẫn cho đúng, ví dụ "
        "hinh/hoi-nghi.jpg.",
    )


def picture_not_regular(text: Text) -> Diagnostic:
    return MISSING_PICTURE.error(
        text.span,
        f"«{text.stripped}» không phải là một tệp ảnh.",
        "Đề nghị ghi đường dẫn đến đúng một tệp, cả phần đuôi như .jpg, .png hoặc .svg.",
    )


def unreadable_picture(text: Text, problem: OSError) -> Diagnostic:
    known = isinstance(problem, PermissionError)
    reason = "không có quyền đọc" if known else problem.strerror or str(problem)
    return MISSING_PICTURE.error(
        text.span,
        f"Không mở được tệp ảnh «{text.stripped}»: {reason}.",
        "Đề nghị xem lại quyền đọc tệp, rồi chạy lại.",
    )


PICTURE_OUTSIDE_FOLDER = Rule(
    "picture-outside-folder",
    """Đường dẫn của ảnh ra ngoài thư mục đơn vị.

Báo cáo chỉ lấy ảnh nằm trong thư mục của đơn vị, để chép thư mục đi đâu thì văn bản vẫn in ra như
cũ và không in nhầm tệp của máy. Đường dẫn không bắt đầu bằng dấu / hay tên ổ đĩa, không có .. hay
dấu \\\\, không đi qua lối tắt.

Sai và đúng::

    hinh:
      - muc: thuan_loi
  -     tep: ../anh-chung/hoi-nghi.jpg
  +     tep: hinh/hoi-nghi.jpg
        chu_thich: Hội nghị sơ kết
""",
)


_INSIDE = (
    "Đề nghị chép tệp vào thư mục của đơn vị và ghi đường dẫn tính từ thư mục ấy, ví dụ "
    "hinh/hoi-nghi.jpg."
)


def picture_outside_folder(text: Text) -> Diagnostic:
    message = f"Đường dẫn «{text.stripped}» ra ngoài thư mục của đơn vị."
    return PICTURE_OUTSIDE_FOLDER.error(text.span, message, _INSIDE)


def backslash_in_path(text: Text) -> Diagnostic:
    message = f"Đường dẫn «{text.stripped}» có dấu \\, không phải máy nào cũng hiểu."
    return PICTURE_OUTSIDE_FOLDER.error(
        text.span, message, "Đề nghị viết dấu / giữa tên thư mục và tên tệp."
    )


def picture_behind_link(text: Text) -> Diagnostic:
    message = f"«{text.stripped}» là lối tắt dẫn sang chỗ khác."
    return PICTURE_OUTSIDE_FOLDER.error(text.span, message, _INSIDE)


PICTURE_TOO_LARGE = Rule(
    "picture-too-large",
    """Ảnh lớn quá giới hạn.

Mỗi tệp ảnh không quá 20 MB, ảnh không quá 40 triệu điểm ảnh (một tờ A4 quét ở 600 dpi có 35 triệu),
hình vẽ SVG không quá 2 MB và 5.000 nét; mỗi báo cáo không quá 40 ảnh. Ảnh lớn hơn làm máy chậm mà
in ra không rõ hơn.
""",
)


_MEGABYTE = 1024 * 1024


_SMALLER = "Đề nghị thu nhỏ ảnh rồi lưu lại; ảnh rộng 2.000 điểm là đủ rõ trên giấy A4."


_SIMPLER = "Đề nghị lưu hình vẽ thành ảnh PNG rồi dùng ảnh ấy."


def too_many_bytes(text: Text, size: int, limit: int) -> Diagnostic:
    megabytes = f"{size / _MEGABYTE:.1f}".replace(".", ",")
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Tệp ảnh «{text.stripped}» lớn {megabytes} MB, quá giới hạn {limit // _MEGABYTE} MB.",
        _SMALLER,
    )


def too_many_pixels(text: Text, limit: int) -> Diagnostic:
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Ảnh «{text.stripped}» có hơn {limit // 1_000_000} triệu điểm ảnh.",
        _SMALLER,
    )


def too_many_scans(text: Text, limit: int) -> Diagnostic:
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Ảnh «{text.stripped}» ghi thành hơn {limit} lượt chồng nhau.",
        "Đề nghị mở ảnh bằng phần mềm xem ảnh rồi lưu lại.",
    )


def too_many_elements(text: Text, limit: int, deepest: int) -> Diagnostic:
    nodes = f"{limit:,}".replace(",", ".")
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Hình vẽ «{text.stripped}» có hơn {nodes} nét, hoặc lồng nhau quá {deepest} tầng.",
        _SIMPLER,
    )


def too_slow_drawing(text: Text, seconds: int) -> Diagnostic:
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Hình vẽ «{text.stripped}» phải vẽ quá {seconds} giây.",
        _SIMPLER,
    )


def too_many_pictures(text: Text, limit: int) -> Diagnostic:
    return PICTURE_TOO_LARGE.error(
        text.span,
        f"Đến đây đã có hơn {limit} ảnh nên chương trình ngừng đọc.",
        "Đề nghị chỉ giữ những ảnh cần cho báo cáo.",
    )


UNUSABLE_PICTURE = Rule(
    "unusable-picture",
    """Tệp ảnh không in được.

Báo cáo nhận ảnh PNG, JPEG và hình vẽ SVG. Tệp phải đúng là loại mà đuôi tệp nói, chép đủ và không
phải ảnh động; nếu không, bản Word và bản PDF sẽ mỗi bản một khác.
""",
)


_TYPES = "PNG (.png), JPEG (.jpg, .jpeg), SVG (.svg)"


def unknown_ending(text: Text) -> Diagnostic:
    return UNUSABLE_PICTURE.error(
        text.span,
        f"Loại tệp của «{text.stripped}» không in được.",
        f"Đề nghị lưu ảnh lại thành một trong các loại {_TYPES}.",
    )


def other_type(text: Text, expected: str) -> Diagnostic:
    """Build the diagnostic of a file that does not begin as one of `expected`, such as «PNG»."""
    return UNUSABLE_PICTURE.error(
        text.span,
        f"«{text.stripped}» không phải là ảnh {expected} như đuôi tệp nói.",
        f"Đề nghị mở tệp bằng phần mềm xem ảnh rồi lưu lại thành loại {expected}, không chỉ đổi "
        "đuôi tệp.",
    )


def empty_picture(text: Text) -> Diagnostic:
    return UNUSABLE_PICTURE.error(
        text.span,
        f"Tệp ảnh «{text.stripped}» trống.",
        "Đề nghị chép lại tệp từ máy ảnh hoặc từ nơi gửi.",
    )


def broken_picture(text: Text) -> Diagnostic:
    return UNUSABLE_PICTURE.error(
        text.span,
        f"Tệp ảnh «{text.stripped}» hỏng hoặc chép chưa đủ.",
        "Đề nghị chép lại tệp từ máy ảnh hoặc từ nơi gửi, mở xem thử rồi kiểm tra lại.",
    )


def animated_picture(text: Text) -> Diagnostic:
    return UNUSABLE_PICTURE.error(
        text.span,
        f"«{text.stripped}» là ảnh động, giấy không in được.",
        "Đề nghị chọn một khung hình và lưu lại thành ảnh thường.",
    )


def drawing_without_size(text: Text) -> Diagnostic:
    return UNUSABLE_PICTURE.error(
        text.span,
        f"Hình vẽ «{text.stripped}» không ghi cỡ (viewBox), hoặc một chiều dài gấp hơn 20 lần "
        "chiều kia.",
        "Đề nghị xuất lại hình từ phần mềm vẽ, hoặc lưu thành ảnh PNG.",
    )


UNSAFE_DRAWING = Rule(
    "unsafe-drawing",
    """Hình vẽ SVG có phần chạy được, hoặc gọi ra ngoài tệp.

SVG có thể mang lệnh, phần chuyển động, ảnh và phông chữ lấy từ nơi khác. Văn bản lưu trữ phải tự đủ
và in ra lúc nào cũng như nhau, nên chỉ nhận hình vẽ gồm nét, màu và chữ.
""",
)


_REDRAW = "Đề nghị lưu hình vẽ thành ảnh PNG rồi dùng ảnh ấy."


def unsafe_element(text: Text, name: str) -> Diagnostic:
    message = f"Hình vẽ «{text.stripped}» có phần <{name}> không được dùng."
    return UNSAFE_DRAWING.error(text.span, message, _REDRAW)


def unsafe_attribute(text: Text, name: str) -> Diagnostic:
    message = f"Hình vẽ «{text.stripped}» có lệnh chạy khi mở ({name})."
    return UNSAFE_DRAWING.error(text.span, message, _REDRAW)


def outside_reference(text: Text, address: str) -> Diagnostic:
    message = f"Hình vẽ «{text.stripped}» gọi ra ngoài tệp: «{address}»."
    return UNSAFE_DRAWING.error(text.span, message, _REDRAW)


def document_type(text: Text) -> Diagnostic:
    message = f"Hình vẽ «{text.stripped}» tự khai báo ký hiệu thay thế (<!ENTITY)."
    return UNSAFE_DRAWING.error(text.span, message, _REDRAW)


def reference_loop(text: Text, name: str) -> Diagnostic:
    message = f"Hình vẽ «{text.stripped}» có phần «{name}» tự vẽ lại chính mình."
    return UNSAFE_DRAWING.error(text.span, message, _REDRAW)
