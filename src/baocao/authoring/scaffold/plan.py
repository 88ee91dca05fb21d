"""`ke-hoach.yaml` for a unit that begins to write a plan of its own."""

from collections.abc import Iterator

from baocao.authoring.scaffold.comments import comment, modeline, rule
from baocao.authoring.scaffold.head import head_scaffold, title_scaffold
from baocao.kinds import PLAN as PLAN_KIND
from baocao.load.records.shape import Record
from baocao.load.unit.head import HEAD
from baocao.load.unit.plan import PLAN
from baocao.model.campaign import Campaign, Unit

_HEAD = Record({key: entry for key, entry in PLAN.entries.items() if key in HEAD.entries})
_PROSE = ("mo_dau", "noi_dung")
_EXAMPLE = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Đánh giá kết quả đạt được và những hạn chế.",
    "2. Bảo đảm thiết thực, tiết kiệm.",
    "",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Tiến độ:",
    "1.1. Ở cơ sở:",
    "- Gửi báo cáo trước ngày 30 tháng 8.",
    "",
    "| TT | Nội dung | Thời gian |",
    "| 1 | Hội nghị sơ kết | Tháng 10 |",
)


def plan_scaffold(campaign: Campaign, unit: Unit, schema_reference: str) -> str:
    """Give the text of a new `ke-hoach.yaml`, whose schema lies at `schema_reference` from it."""
    order = campaign.documents.get(PLAN_KIND)
    lines = (
        modeline(schema_reference),
        "",
        *title_scaffold(campaign, unit, order),
        "#",
        *_instructions(campaign, unit),
        *head_scaffold(campaign, unit, order, _HEAD),
        "",
        rule("═"),
        "# NỘI DUNG",
        rule("═"),
        *_body(),
    )
    return "\n".join(lines) + "\n"


def _instructions(campaign: Campaign, unit: Unit) -> Iterator[str]:
    yield "# CÁCH VIẾT"
    for instruction in (
        "Dòng có dấu # ở đầu, sát lề, là lời dẫn, không in ra. Dòng đầu tiên của tệp thì giữ "
        "nguyên.",
        "Lời văn viết từ dòng trống ngay dưới khóa, dòng nào cũng thụt vào hai dấu cách. Để một "
        "dòng trống là sang đoạn mới.",
        "Đầu mục ghi như trên giấy: I., 1., 1.1., a), *, - rồi một dấu cách. Số phải đúng thứ tự; "
        "hoặc mọi mục của một dãy cứ ghi số đầu (1., 1., 1.), máy sẽ tự đánh số.",
        "Mục dài nhiều dòng thì từ dòng thứ hai thụt thêm vào; dòng không thụt là đoạn văn mới.",
        "Mục có chữ ở dưới in thành đề mục; mục không có gì ở dưới in thành đoạn văn.",
        "Bảng: mỗi dòng bắt đầu bằng dấu |, các ô cách nhau bằng dấu |, dòng đầu là đầu cột.",
        "Chữ đậm: **chữ đậm**. Chữ nghiêng: *chữ nghiêng*.",
    ):
        yield from comment(f"- {instruction}", hanging=2)
    yield "# Ví dụ:"
    yield from (f"#     {line}".rstrip() for line in _EXAMPLE)
    yield "# Viết đến đâu, kiểm tra đến đó bằng lệnh:"
    yield f"#       baocao check {campaign.id} {unit.id}"


def _body() -> Iterator[str]:
    for key, entry in PLAN.entries.items():
        if key in _HEAD.entries:
            continue
        yield ""
        yield from comment(f"{entry.title}. {entry.hint}")
        yield from (f"{key}: |", "  ") if key in _PROSE else (f"{key}: ~",)
