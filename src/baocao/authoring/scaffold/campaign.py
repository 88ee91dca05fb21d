"""A campaign's four files before its author has written in them, small but whole."""

from collections.abc import Iterator
from itertools import pairwise

from baocao import workspace
from baocao.authoring.scaffold.campaign_answers import CampaignAnswers, LevelAnswer
from baocao.authoring.scaffold.campaign_forms import forms_file
from baocao.authoring.scaffold.campaign_outline import OUTLINE
from baocao.authoring.scaffold.comments import comment, modeline, scalar
from baocao.model.blanks import APPENDIX_BLANK
from baocao.vietnamese.dates import format_date_short

_PLACE = "Ví Dụ"


def campaign_files(answers: CampaignAnswers) -> dict[str, str]:
    """Give the text of each file of a new campaign, by name."""
    texts = {
        workspace.CAMPAIGN_FILE: "\n".join(_campaign(answers)) + "\n",
        workspace.OUTLINE_FILE: OUTLINE,
        workspace.FORMS_FILE: forms_file(answers),
        workspace.UNITS_FILE: "\n".join(_units(answers)) + "\n",
    }
    return {name: f"{modeline(_schema_of(name))}\n{text}" for name, text in texts.items()}


def _schema_of(name: str) -> str:
    return f"{workspace.SCHEMAS_FOLDER}/{workspace.schema_name(name)}"


def _campaign(answers: CampaignAnswers) -> Iterator[str]:
    yield from comment("Đợt báo cáo: ai báo cáo, cho ai, trước ngày nào, bằng những văn bản gì.")
    yield from comment(
        "Dòng có dấu # là lời dẫn, xóa đi cũng được. Lời văn có dấu hai chấm thì đặt trong dấu "
        'ngoặc kép, ví dụ "Lưu: VT".'
    )
    yield ""
    yield f"ten: {scalar(answers.title)}"
    yield from comment("Thời gian báo cáo, từ năm đầu đến năm cuối.")
    yield f"tu_nam: {answers.first_year}"
    yield f"den_nam: {answers.last_year}"
    yield "the_thuc: nd30-2020          # trình bày theo Nghị định 30/2020/NĐ-CP"
    yield from comment("Văn bản chỉ đạo đợt báo cáo.")
    yield f"can_cu: {scalar(answers.base_plan)}"
    yield from comment("Ngày mở đợt: văn bản của đợt không được ghi ngày sớm hơn.")
    yield f"tu_ngay: {format_date_short(answers.opens)}"
    yield ""
    yield from comment("Các cấp phải báo cáo, từ cao xuống thấp. Khi in, máy tự thêm TM., KT.")
    yield "cap:"
    for place, level in enumerate(answers.levels):
        yield from _level(level, is_highest=place == 0)
    yield from _orders(answers)


def _level(level: LevelAnswer, *, is_highest: bool) -> Iterator[str]:
    yield f"  - ma: {level.id}"
    yield f"    ten: {scalar(level.name)}"
    yield f"    han_nop: {format_date_short(level.deadline)}"
    yield f"    thay_mat: {scalar(level.collective)}"
    yield f"    cap_truong: {scalar(level.head)}"
    yield f"    cap_pho: [{scalar(f'Phó {level.head}')}]"
    if is_highest:
        yield "    # Cấp cao nhất trong danh sách: nếu có nơi nhận báo cáo thì ghi, ví dụ"
        yield '    # kinh_gui: ["Tên cơ quan nhận báo cáo"]'
        yield '    noi_nhan: ["Lưu: VT"]'
    else:
        yield '    kinh_gui: ["{cap_tren}"]   # in tên cấp trên của từng đơn vị, lấy ở don-vi.yaml'
        yield '    noi_nhan: [Như trên, "Lưu: VT"]'
    yield ""


def _orders(answers: CampaignAnswers) -> Iterator[str]:
    form_ids = tuple(f"bieu_{number}" for number in range(1, answers.forms + 1))
    named = ", ".join(f"{{{APPENDIX_BLANK}{form}}}" for form in form_ids)
    yield from comment(
        "Văn bản mỗi đơn vị phải lập. trich_yeu in dưới tên loại; viết thành nhiều dòng có dấu "
        "gạch đầu dòng thì in đúng từng dòng ấy. phu_luc kể mã các biểu in kèm báo cáo; mỗi biểu "
        "phải có chỗ chỉ dẫn trong lời văn, "
        f"{{{APPENDIX_BLANK}{form_ids[0]}}} in thành tên phụ lục."
    )
    yield "van_ban:"
    yield "  - loai: bao-cao"
    yield "    ten_loai: Báo cáo"
    yield "    ky_hieu: BC"
    yield f"    trich_yeu: {scalar(answers.title)}"
    yield "    ket_thuc: >-"
    yield "      Trên đây là báo cáo của đơn vị, đề nghị cấp trên xem xét, tổng hợp"
    yield f"      (số liệu tại {named} kèm theo)./."
    yield f"    phu_luc: [{', '.join(form_ids)}]"
    yield ""
    yield "  - loai: bieu-so-lieu"
    yield "    ten_loai: Biểu số liệu"
    yield f"    trich_yeu: {scalar(f'Biểu số liệu kèm theo báo cáo: {answers.title}')}"


def _units(answers: CampaignAnswers) -> Iterator[str]:
    yield from comment(
        "Các đơn vị phải báo cáo. Tên dưới đây đặt ra làm ví dụ: đề nghị thay bằng đơn vị thật."
    )
    yield from comment(
        "ma cũng là tên thư mục của đơn vị; cap là một mã ở dot-bao-cao.yaml; cap_tren là mã của "
        "đơn vị nhận báo cáo, bỏ đi nếu không có; dia_danh in trước ngày tháng; ky_hieu in sau số "
        "văn bản (45/BC-…). Danh sách dài thì có thể thay tệp này bằng "
        "don-vi.csv lưu từ bảng tính, dòng đầu là tên các khóa."
    )
    yield ""
    yield "don_vi:"
    above = (None, *answers.levels)
    for superior, level in pairwise(above):
        assert level is not None  # noqa: S101 - only the first of `above` is
        yield f"  - ma: {level.sample_id}"
        yield f"    ten: {scalar(level.sample_name)}"
        yield f"    cap: {level.id}"
        if superior is not None:
            yield f"    cap_tren: {superior.sample_id}"
        yield f"    dia_danh: {_PLACE}"
        yield f"    ky_hieu: {scalar(level.symbol)}"
