"""The reports of merit of the sample province's award dossier: one a file, each signed by its own.

What every kind of document must do, the other tests of this folder ask of the dossier's papers too.
"""

import pytest

from support.built import Documents
from support.samples import EVERY, MERIT, PROVINCE, Sample

PAPERS = (
    "bien-ban",
    "danh-sach-khen-thuong",
    "to-trinh",
    "bao-cao-thanh-tich/cd-kcn-thi-du",
    "bao-cao-thanh-tich/ldld-thi-du",
    "bao-cao-thanh-tich/le-thi-vi-du",
    "bao-cao-thanh-tich/pham-van-thi-diem",
    "bao-cao-thanh-tich/vu-thi-tuong-trung",
)
SIGNED = {
    "cd-kcn-thi-du": ("Chủ tịch", "Đỗ Văn Ước Lệ"),
    "ldld-thi-du": ("Chủ tịch", "Nguyễn Văn Mẫu"),
    "le-thi-vi-du": ("Trưởng ban Chính sách - Pháp luật", "Lê Thị Ví Dụ"),
    "pham-van-thi-diem": ("Thợ tiện bậc 6/7", "Phạm Văn Thí Điểm"),
    "vu-thi-tuong-trung": ("Tổ trưởng chuyền may", "Vũ Thị Tượng Trưng"),
}


def test_one_report_of_merit_a_file_and_one_file_for_each_other_paper(
    documents: Documents,
) -> None:
    folder = documents.path(Sample(PROVINCE, "to-trinh"), "pdf").parent
    others = {sample.path for sample in EVERY if sample.unit == PROVINCE} - set(PAPERS)

    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    names = (*PAPERS, *others)
    assert others == {"bao-cao", "bieu-so-lieu", "ke-hoach"}
    assert files == {f"{name}.{ending}" for name in names for ending in ("docx", "pdf")}


@pytest.mark.parametrize("proposed", SIGNED)
def test_the_metadata_name_who_reports_and_not_the_superior_who_confirms(
    documents: Documents, proposed: str
) -> None:
    info = documents.pdf(Sample(PROVINCE, MERIT, proposed)).info

    assert (info["Position"], info["FullName"]) == SIGNED[proposed]
