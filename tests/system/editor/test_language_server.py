"""The real yaml-language-server, from a file's first line alone, speaks our words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import to_text
from support.language_server import LanguageServer, Problem
from support.schema_cases import CHANGES, UNIT, Change
from support.schemas import RICH, SEED, SMALL, Copy

pytestmark = pytest.mark.tools

WRITTEN = "  Lời văn của đơn vị.\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


@pytest.fixture(scope="module")
def scaffold(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return with_schemas(Copy.of(SEED, "tong-lien-doan", tmp_path_factory.mktemp("scaffold")))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return with_schemas(Copy.of(SMALL, UNIT, tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return with_schemas(Copy.of(RICH, UNIT, tmp_path_factory.mktemp("rich")))


def with_schemas(copy: Copy) -> Copy:
    for name, schema in schemas(copy.campaign).items():
        copy.write(f"luoc-do/{copy.folder.schema(name).name}", to_text(schema))
    return copy


def test_a_scaffold_shows_what_is_left_to_write(server: LanguageServer, scaffold: Copy) -> None:
    report = scaffold.path("bao-cao.yaml")
    text = report.read_text("utf-8").replace("|\n  \n", f"|\n{WRITTEN}", 12)

    problems = server.open(report, text)

    line = text[: text.index("phuong_huong:")].count("\n") + 1
    assert problems == [
        Problem(
            line,
            len("phuong_huong: |"),
            "Chưa viết mục «PHƯƠNG HƯỚNG, NHIỆM VỤ» (phuong_huong). "
            "Đề nghị viết lời văn dưới khóa «phuong_huong: |», thụt vào hai ô.",
        ),
        Problem(
            line + 4,
            len("giai_phap: |"),
            "Chưa viết mục «MỘT SỐ GIẢI PHÁP» (giai_phap). "
            "Đề nghị viết lời văn dưới khóa «giai_phap: |», thụt vào hai ô.",
        ),
    ]


def test_an_unknown_key_is_underlined_in_our_words(server: LanguageServer, scaffold: Copy) -> None:
    report = scaffold.path("bao-cao.yaml")
    text = report.read_text("utf-8").replace("|\n  \n", f"|\n{WRITTEN}")

    problems = server.open(report, text.replace("nguoi_ky:", "nguoi_ki:"))

    (problem,) = problems
    assert problem.message.startswith(
        "Đề cương không có mục này. Đề nghị ghi đúng một trong các mục của đề cương: thuan_loi, "
    )
    assert (text.split("\n")[problem.line - 1], problem.column) == ("nguoi_ky: ~", 1)


def test_a_wrong_count_is_underlined_in_our_words(server: LanguageServer, scaffold: Copy) -> None:
    statistics = scaffold.path("so-lieu.yaml")
    text = statistics.read_text("utf-8")
    row = next(line for line in text.split("\n") if line.startswith("de_tai:"))

    problems = server.open(statistics, text.replace(row, "de_tai: [1, 2, 12,5, 3, 4]"))

    (problem,) = problems
    assert problem.message.startswith(
        "Chỉ tiêu «Số Đề tài nghiên cứu khoa học» cần 5 số (2012, 2013, 2014, 2015, 2016). "
        "Đề nghị viết đủ mỗi cột một số"
    )
    assert (text.split("\n")[problem.line - 1], problem.column) == (row, len("de_tai: ["))


def test_completion_offers_the_sections_not_yet_written(
    server: LanguageServer, scaffold: Copy
) -> None:
    report = scaffold.path("bao-cao.yaml")
    text = report.read_text("utf-8")
    begun = text[: text.index("\n# 2.1.")].replace("|\n  \n", f"|\n{WRITTEN}") + "\n"
    server.open(report, begun)

    proposals = {p.label: p for p in server.complete(report, begun.count("\n") + 1, 1)}

    sections = [section.id for section in scaffold.campaign.outline.answered]
    assert list(proposals) == sections[3:]
    assert proposals["han_che"].inserts == "han_che: |\n  "
    assert proposals["han_che"].documentation == (
        "Phần thứ nhất › III. MỘT SỐ HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM › "
        "1. Một số hạn chế"
    )


def test_completion_offers_the_rows_not_yet_filled_in(
    server: LanguageServer, scaffold: Copy
) -> None:
    statistics = scaffold.path("so-lieu.yaml")
    text = statistics.read_text("utf-8")
    begun = text[: text.index("#    Cán bộ kỹ thuật")]
    server.open(statistics, begun)

    proposals = {p.label: p for p in server.complete(statistics, begun.count("\n") + 1, 1)}

    assert list(proposals) == ["bang_ky_thuat", "bang_cong_nhan", "tu_hai_bang"]
    assert proposals["bang_ky_thuat"].inserts == (
        "bang_ky_thuat: [${1:~}, ${2:~}, ${3:~}, ${4:~}, ${5:~}]"
    )


def test_completion_offers_the_positions_that_may_sign(
    server: LanguageServer, scaffold: Copy
) -> None:
    report = scaffold.path("bao-cao.yaml")
    first_line = report.read_text("utf-8").split("\n", 1)[0]
    server.open(report, f"{first_line}\nchuc_vu: ")

    proposals = server.complete(report, 2, len("chuc_vu: ") + 1)

    labels = [proposal.label for proposal in proposals]
    assert labels == [
        "Chủ tịch",
        "Quyền Chủ tịch",
        "Phó Chủ tịch",
        "Phó Chủ tịch Thường trực",
        "Chánh Văn phòng",
    ]


def test_hover_shows_the_heading_and_its_hint(server: LanguageServer, scaffold: Copy) -> None:
    report = scaffold.path("bao-cao.yaml")
    text = report.read_text("utf-8")
    server.open(report)

    shown = server.hover(report, text[: text.index("\nkho_khan")].count("\n") + 2, 3)

    assert shown.startswith(
        "#### I.2. Khó khăn:\n\n"
        "Phần thứ nhất › I. TÌNH HÌNH CHUNG › 2. Khó khăn:\n\n"
        "(Nêu những thuận lợi, khó khăn tác động đến phong trào thi đua Lao động sáng tạo trong "
        "CNVCLĐ giai đoạn 2012 - 2017)\n\n"
    )


def test_hover_on_a_figure_shows_its_column_and_row(server: LanguageServer, scaffold: Copy) -> None:
    statistics = scaffold.path("so-lieu.yaml")
    lines = statistics.read_text("utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, start=1) if text.startswith("gia_tri_de_tai"))
    server.open(statistics)

    shown = server.hover(statistics, line, lines[line - 1].index("~") + 1)

    assert shown.startswith(
        "#### Kết quả thực hiện theo các năm › 2012\n\n"
        "2. Số Đề tài nghiên cứu khoa học › Giá trị làm lợi (triệu đồng, lấy đến 1 số lẻ)\n\n"
    )


def statistics_of(copy: Copy, text: str) -> str:
    """Return a text with the line in front of it by which the server finds its schema."""
    schema = copy.folder.schema("so-lieu.yaml").name
    return f"# yaml-language-server: $schema=../../luoc-do/{schema}\n{text}"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "co_quan: [120, 50,",
            "co_quan: [120,",
            "Chỉ tiêu «Cơ quan» cần 7 ô (Tổng số, Trong đó nữ, Mức thưởng (triệu đồng), Ngày xét, "
            "Xếp loại, Công khai, Ghi chú). Đề nghị viết đủ mỗi cột một ô",
        ),
        (
            '"-", 2024-07-05',
            "5, 2024-07-05",
            "Ô cột «Mức thưởng (triệu đồng)» của chỉ tiêu «Doanh nghiệp» không được điền. "
            "Đề nghị ghi x ở ô này",
        ),
        (
            "hinh_thuc: Bằng khen",
            "hinh_thuc: Huân chương",
            "Giá trị này không dùng được: chỗ này cần một trong các giá trị Bằng khen, Giấy khen. "
            "Đề nghị sửa lại cho đúng dạng.",
        ),
        (
            "    khoi: 12",
            "    toan_bo: 12",
            "Chỉ tiêu «Toàn bộ» máy tự tính từ các chỉ tiêu khác, không phải điền. "
            "Đề nghị xóa dòng này; số in ra là số tính được.",
        ),
        (
            "khoi: [20, 30]",
            "khoi: [20]",
            "Chỉ tiêu «Khối trực tiếp» cần 2 số (Dưới 30 tuổi › Nam, Dưới 30 tuổi › Nữ).",
        ),
        (
            "    - {ho_ten: Tổ Mẫu số 1, hinh_thuc: Giấy khen}",
            "    []",
            "Danh sách «Tập thể được khen»: biểu quy định ít nhất 1 dòng.",
        ),
    ],
)
def test_a_fault_of_a_rich_form_is_underlined_once_in_our_words(
    server: LanguageServer, rich: Copy, before: str, after: str, message: str
) -> None:
    statistics = rich.path("so-lieu.yaml")
    text = statistics_of(rich, statistics.read_text("utf-8"))
    assert server.open(statistics, text) == []

    problems = server.open(statistics, text.replace(before, after, 1))

    (problem,) = problems
    assert problem.message.startswith(message)


def test_completion_offers_groups_their_rows_and_rows_of_lists(
    server: LanguageServer, rich: Copy
) -> None:
    statistics = rich.path("so-lieu.yaml")

    def proposals(text: str) -> dict[str, str]:
        server.open(statistics, statistics_of(rich, text))
        lines = text.split("\n")
        offered = server.complete(statistics, len(lines) + 1, len(lines[-1]) + 1)
        return {proposal.label: proposal.inserts for proposal in offered}

    groups = proposals("nhan_luc:\n  ")
    assert list(groups)[1:] == ["don_vi_truc_thuoc", "trinh_do", "do_tuoi", "dv_dau", "dv_cuoi"]
    rows = proposals("nhan_luc:\n  do_tuoi:\n    ")
    assert rows["khoi"] == "khoi: [${1:~}, ${2:~}]"
    assert rows["các chỉ tiêu của nhóm cột"] == (
        "khoi: [${1:~}, ${2:~}]\ntho: [${3:~}, ${4:~}]\ngian_tiep: [${5:~}, ${6:~}]"
    )
    assert proposals("khen_thuong:\n  ")["ca_nhan"] == (
        "ca_nhan:\n  - ho_ten: ${1:~}\n    don_vi: ${2:~}\n    hinh_thuc: ${3:~}\n"
        "    ngay_qd: ${4:~}\n    tien: ${5:~}\n    tai_co_so: ${6:~}"
    )
    assert list(proposals("khen_thuong:\n  ca_nhan:\n    - hinh_thuc: ")) == [
        "Bằng khen",
        "Giấy khen",
    ]
    assert proposals("sang_kien:\n  ")["linh_vuc"] == "linh_vuc: [${1:Lĩnh vực}]"


@pytest.mark.parametrize(
    "path",
    [*SEED.glob("*.yaml"), *SEED.glob("don-vi/*/*.yaml")],
    ids=lambda path: path.relative_to(SEED).as_posix(),
)
def test_nothing_is_underlined_in_the_content_as_shipped(
    server: LanguageServer, path: Path
) -> None:
    assert server.open(path) == []


@pytest.mark.parametrize("change", CHANGES[::6], ids=str)
def test_the_server_refuses_what_the_schema_refuses(
    server: LanguageServer, small: Copy, change: Change
) -> None:
    path = small.path(change.file)
    place = "../../luoc-do" if change.file in ("bao-cao.yaml", "so-lieu.yaml") else "luoc-do"
    modeline = f"# yaml-language-server: $schema={place}/{small.folder.schema(change.file).name}\n"

    problems = server.open(path, modeline + change.applied(path.read_text("utf-8")))

    assert bool(problems) is change.refused_by_schema, problems
