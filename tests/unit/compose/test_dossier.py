"""The papers of an award dossier say the same of the same people, however many there are."""

import re
from pathlib import Path

import pytest

from baocao.compose import Name, compose
from baocao.model.document import Document, Table
from baocao.vietnamese.collation import name_key
from support.dossier import Dossier, column, said, sample

PERSONS = 200  # beside the three of the sample
LIST, SUBMISSION, MINUTES = (("danh-sach-khen-thuong",), ("to-trinh",), ("bien-ban",))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[Name, Document]:
    dossier = Dossier(tmp_path_factory.mktemp("ho-so"))
    dossier.add_persons(PERSONS)
    return dossier.compose()


def of_persons(document: Document) -> Table:
    return next(block for block in reversed(document.blocks) if isinstance(block, Table))


def test_every_one_of_two_hundred_has_a_report(papers: dict[Name, Document]) -> None:
    reports = [name for name in papers if name[0] == "bao-cao-thanh-tich"]

    assert len(reports) == PERSONS + 5


def test_list_and_minutes_name_the_same_people_in_the_same_order(
    papers: dict[Name, Document],
) -> None:
    listed = column(of_persons(papers[LIST]), 1)
    voted = column(of_persons(papers[MINUTES]), 1)

    assert len(listed) == PERSONS + 3
    assert voted == (*voted[:1], *listed)  # the collective comes first


def test_people_stand_by_given_name_then_family_name(papers: dict[Name, Document]) -> None:
    listed = [name.split(" ", 1)[1] for name in column(of_persons(papers[LIST]), 1)]

    assert listed == sorted(listed, key=name_key)
    assert listed[0].endswith(" An")  # not «Ân», not «Ẩn», nor a family name


def test_the_rows_are_numbered_from_one(papers: dict[Name, Document]) -> None:
    ordinals = column(of_persons(papers[LIST]), 0)

    assert ordinals == tuple(str(place) for place in range(1, PERSONS + 4))


def test_the_same_number_stands_in_every_paper(papers: dict[Name, Document]) -> None:
    number = "203 (hai trăm linh ba)"
    both = f"02 (hai) tập thể và {number} cá nhân"

    assert f"khen thưởng {both} có thành tích" in said(papers[SUBMISSION])
    assert f"Bằng khen của Tổng Liên đoàn: 01 (một) tập thể và {number} cá nhân" in said(
        papers[SUBMISSION]
    )
    assert "(205 (hai trăm linh năm) báo cáo): 02 (hai) bộ" in said(papers[SUBMISSION])
    assert f"Cá nhân: {number}" in said(papers[LIST])
    assert f"Tổng cộng: {both}" in said(papers[LIST])
    assert f"đề nghị khen thưởng {both}" in said(papers[MINUTES])
    assert f"01 (một) tập thể và {number} cá nhân" in said(papers[MINUTES])


def test_no_other_count_of_people_stands_anywhere(papers: dict[Name, Document]) -> None:
    counts = {
        found
        for name in (LIST, SUBMISSION, MINUTES)
        for found in re.findall(r"(\d+) \([^)]*\) (?:cá nhân|tập thể)", said(papers[name]))
    }

    assert counts == {"01", "02", "203"}


def test_each_report_names_whom_the_list_names(papers: dict[Name, Document]) -> None:
    listed = {name.split(" ", 1)[1] for name in column(of_persons(papers[LIST]), 1)}
    reported = {
        found[1]
        for name, document in papers.items()
        if (found := re.search(r"Họ và tên: (.+);", said(document).replace("- \n", "")))
    }
    signed = {
        document.signature.name
        for name, document in papers.items()
        if document.signature.authority == ("NGƯỜI BÁO CÁO",)
    }

    assert reported == listed == signed


def test_grounds_are_printed_in_the_words_of_the_plan(papers: dict[Name, Document]) -> None:
    rows = {
        row[1].text: row[5].text.replace("\u00a0", " ") for row in of_persons(papers[LIST]).rows
    }

    assert rows["Ông Phạm Văn Thí Điểm"] == "02 Bằng Lao động sáng tạo của Tổng Liên đoàn"
    assert rows["Bà Lê Thị Ví Dụ"].startswith("Làm tốt công tác tham mưu cho Ban Thường vụ")
    assert rows["Bà Vũ Thị Tượng Trưng"].startswith("Tham gia tích cực, trực tiếp theo dõi")


def test_the_units_own_figure_comes_from_its_form(papers: dict[Name, Document]) -> None:
    flag = next(block for block in papers[LIST].blocks if isinstance(block, Table))
    words = "đoàn viên Công đoàn được tặng thưởng Bằng Lao động sáng tạo của Tổng Liên đoàn"

    assert column(flag, 2) == (f"83 {words}",)


def test_the_list_says_what_it_goes_with(papers: dict[Name, Document]) -> None:
    attached = papers[LIST].title.attached.replace("\u00a0", " ")

    assert attached == (
        "(Kèm theo Tờ trình số 52/TTr-LĐLĐ ngày 25 tháng 10 năm 2017 của Liên đoàn Lao động tỉnh "
        "Thí Dụ)"
    )


def test_the_submission_has_addressee_grounds_and_closing(papers: dict[Name, Document]) -> None:
    document = papers[SUBMISSION]
    text = said(document).splitlines()
    grounds = [line for line in text if line.startswith("Căn cứ ")]

    assert document.addressees == ("Kính gửi: Tổng Liên đoàn Lao động Việt Nam",)
    assert [line[-1] for line in grounds] == [";", ";", ";", "."]
    assert grounds[-1].startswith("Căn cứ Biên bản số 06/BB-LĐLĐ ngày 24 tháng 10 năm 2017")
    assert text[-1].endswith("./.")
    assert document.recipients is not None
    assert document.recipients.lines == ("- Như trên;", "- Lưu: VT.")


def test_the_secretary_signs_on_the_left_and_the_chair_on_the_right(
    papers: dict[Name, Document],
) -> None:
    signature = papers[MINUTES].signature

    assert [(each.title, each.name) for each in signature.signers] == [
        (("THƯ KÝ",), "Lê Thị Ví Dụ"),
        (("CHỦ TRÌ",), "Nguyễn Văn Mẫu"),
    ]


def test_the_superior_confirms_on_the_left_of_the_reporter() -> None:
    campaign, content = sample()

    reports = compose(campaign, "bao-cao-thanh-tich", content)
    person = reports["bao-cao-thanh-tich", "pham-van-thi-diem"].signature
    collective = reports["bao-cao-thanh-tich", "cd-kcn-thi-du"].signature
    unit = reports["bao-cao-thanh-tich", "ldld-thi-du"].signature

    confirmation = ("XÁC NHẬN CỦA CẤP TRÊN", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")
    assert [each.title for each in person.signers] == [confirmation, ("NGƯỜI BÁO CÁO",)]
    assert [each.title for each in collective.signers] == [
        confirmation,
        ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH"),
    ]
    assert unit.others == ()
    assert unit.authority == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")


def test_a_report_stands_under_the_unit_that_sends_it() -> None:
    campaign, content = sample()

    reports = compose(campaign, "bao-cao-thanh-tich", content)
    letterhead = reports["bao-cao-thanh-tich", "cd-kcn-thi-du"].letterhead

    assert " ".join(letterhead.parent_body) == "LIÊN ĐOÀN LAO ĐỘNG TỈNH THÍ DỤ"
    assert " ".join(letterhead.issuing_body) == "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH THÍ DỤ"


def test_minutes_and_list_bear_no_place_and_date(papers: dict[Name, Document]) -> None:
    assert papers[MINUTES].letterhead.place_and_date == ""
    assert papers[LIST].letterhead.place_and_date == ""


def test_a_unit_that_proposes_nobody_has_none_of_the_papers(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    (dossier.unit / "khen-thuong.yaml").unlink()
    for path in (dossier.unit / "khen-thuong").iterdir():
        path.unlink()
    campaign, checked = dossier.check()

    assert checked.diagnostics == ()
    assert checked.content is not None
    assert compose(campaign, "to-trinh", checked.content) == {}
    assert list(compose(campaign, "bao-cao", checked.content)) == [("bao-cao",)]


@pytest.mark.parametrize(
    ("name", "old", "new", "rule", "words"),
    [
        (
            "khen-thuong.yaml",
            "{bang_ldst: 31}",
            "{bang_ldst: 29}",
            "missed-threshold",
            "mục IV.2.b",
        ),
        ("khen-thuong.yaml", "so_bang_ldst: 2", "so_bang_ldst: 1", "groundless-proposal", "IV.1"),
        ("khen-thuong.yaml", "tong_so: 11", "tong_so: 12", "attendance-mismatch", "12 người"),
        ("khen-thuong/le-thi-vi-du.yaml", "Lê Thị Ví Dụ", "Lê Thị Vi Dụ", "misspelt-name", "Vi Dụ"),
    ],
)
def test_a_planted_inconsistency_is_caught(
    tmp_path: Path, name: str, old: str, new: str, rule: str, words: str
) -> None:
    dossier = Dossier(tmp_path)
    dossier.replace(name, old, new)

    (found,) = dossier.faults()

    assert found.rule == rule
    assert words in found.message
    assert found.span.file == dossier.unit / name


def test_a_threshold_missed_by_one_names_figure_threshold_and_clause(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    figures = {
        "bang_ldst": (10, 10, 10, 10, 9),
        "bang_quan_ly": (2, 2, 2, 2, 2),
        "bang_ky_thuat": (5, 5, 5, 5, 5),
        "bang_cong_nhan": (3, 3, 3, 3, 2),
    }
    path = dossier.unit / "so-lieu.yaml"
    kept = [
        line for line in path.read_text("utf-8").splitlines() if line.split(":")[0] not in figures
    ]
    added = [f"{row}: {list(values)}" for row, values in figures.items()]
    path.write_text("\n".join([*kept, *added, ""]), "utf-8")

    (found,) = [fault for fault in dossier.faults() if fault.rule == "missed-threshold"]

    words = "đoàn viên Công đoàn được tặng thưởng Bằng Lao động sáng tạo của Tổng Liên đoàn"
    assert found.message == (
        f"«Liên đoàn Lao động tỉnh Thí Dụ» có 49 {words}, Cờ thi đua của Tổng Liên đoàn đòi hỏi ít "
        f"nhất 50 {words} (Kế hoạch, mục IV.2.a)."
    )


def test_a_missing_report_of_one_in_two_hundred_is_caught(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    people = dossier.add_persons(PERSONS)
    (dossier.unit / "khen-thuong" / "nguoi-123.yaml").unlink()

    (found,) = dossier.faults()

    assert found.rule == "missing-achievement"
    assert people[123] in found.message


@pytest.mark.parametrize("level", ["tinh-thanh-pho", "nganh-trung-uong"])
def test_every_paper_is_made_at_each_level_that_proposes(tmp_path: Path, level: str) -> None:
    dossier = Dossier(tmp_path)
    units = dossier.folder / "don-vi.yaml"
    text = units.read_text("utf-8")
    own = "    ten: Liên đoàn Lao động tỉnh Thí Dụ\n    cap: "
    units.write_text(text.replace(f"{own}tinh-thanh-pho", f"{own}{level}"), "utf-8")

    papers = dossier.compose()

    assert len(papers) == 3 + 5
    assert papers[SUBMISSION].signature.authority == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")


def test_a_deputy_signs_the_submission_for_the_head(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    signer = "nguoi_ky: Trần Văn Giả Định\n  chuc_vu: Phó Chủ tịch Thường trực"
    dossier.replace("khen-thuong.yaml", "  so: 52\n", f"  so: 52\n  {signer}\n")

    signature = dossier.compose()[SUBMISSION].signature

    assert signature.authority == (
        "TM. BAN THƯỜNG VỤ",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
    )
    assert signature.name == "Trần Văn Giả Định"


def test_without_number_and_date_the_blanks_are_left_to_be_filled(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.replace("khen-thuong.yaml", "  so: 52\n  ngay: 25/10/2017\n", "  so: ~\n  ngay: ~\n")

    papers = dossier.compose()

    blank = "\u00a0" * 7
    assert papers[SUBMISSION].letterhead.number == f"Số: {blank}/TTr-LĐLĐ"
    assert f"số {blank}/TTr-LĐLĐ" in papers[LIST].title.attached
