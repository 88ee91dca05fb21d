"""What the operator must act on; each class owns its sentence, and says what to do next."""

from pathlib import Path


class BaocaoError(Exception):
    """The machine or the call needs mending: exit code 2."""


class CampaignNotFoundError(BaocaoError):
    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        listed = ", ".join(known) if known else "chưa có đợt nào"
        super().__init__(
            f"Không tìm thấy đợt báo cáo «{name}». Trong thư mục content hiện có: {listed}. "
            "Đề nghị chạy lệnh trong thư mục có thư mục con content, "
            "hoặc ghi đúng đường dẫn của đợt."
        )


class CampaignExistsError(BaocaoError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Thư mục {folder} đã có, chương trình không ghi đè lên tệp nào ở đó. Đề nghị đặt mã "
            "khác cho đợt mới, hoặc mở các tệp trong thư mục ấy mà sửa."
        )


class UnusableAnswerError(BaocaoError):
    """An answer that cannot be used; asked in a terminal, it is asked again."""


class UnusableOptionError(BaocaoError):
    def __init__(self, option: str, reason: str) -> None:
        super().__init__(f"{option} không dùng được: {reason}")


class MissingOptionsError(BaocaoError):
    def __init__(self, options: tuple[str, ...]) -> None:
        super().__init__(
            f"Còn thiếu {', '.join(options)}. Đề nghị ghi thêm vào lệnh, hoặc gọi lệnh trong cửa "
            "sổ dòng lệnh để được hỏi từng câu."
        )


class UnknownUnitError(BaocaoError):
    def __init__(self, unit: str, did_you_mean: str) -> None:
        super().__init__(
            f"Không có đơn vị «{unit}» trong danh sách don-vi của đợt báo cáo.{did_you_mean} "
            "Đề nghị ghi mã đơn vị đúng như trong tệp don-vi.yaml."
        )


class UnknownKindError(BaocaoError):
    def __init__(self, kind: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"Đợt báo cáo này không có loại văn bản «{kind}». "
            f"Các loại có thể lập: {', '.join(known)}."
        )


class UnknownRuleError(BaocaoError):
    def __init__(self, rule: str, did_you_mean: str) -> None:
        super().__init__(
            f"Không có quy tắc «{rule}».{did_you_mean} "
            "Đề nghị chạy baocao explain để xem mọi quy tắc."
        )


class TemplateNotFoundError(BaocaoError):
    def __init__(self, name: str, searched: tuple[Path, ...]) -> None:
        folders = ", ".join(str(folder) for folder in searched)
        super().__init__(
            f"Không tìm thấy tệp mẫu «{name}» trong: {folders}. "
            "Đề nghị khôi phục tệp mẫu hoặc cài đặt lại chương trình."
        )


class TemplateError(BaocaoError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"Tệp mẫu {path} không dùng được: {reason} "
            "Đề nghị sửa tệp mẫu, hoặc bỏ tệp ấy đi để dùng mẫu kèm theo chương trình."
        )


class TemplateFileError(BaocaoError):
    """A template named on the command line that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Không có tệp mẫu {path}. Đề nghị ghi đúng đường dẫn, hoặc không ghi tệp nào để kiểm "
            "tra mọi mẫu của nơi làm việc."
        )


class FontMissingError(BaocaoError):
    """No typeface with the metrics of Times New Roman on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "Máy này chưa có phông chữ Times New Roman, Liberation Serif hay Tinos nên chưa lập "
            "được PDF. Đề nghị cài phông (trên Debian, Ubuntu: apt-get install fonts-liberation2) "
            "rồi chạy lại; có thể lập riêng bản Word bằng --format docx."
        )


class PdfEngineMissingError(BaocaoError):
    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Máy này chưa có thư viện Pango để lập PDF ({detail}). Đề nghị cài thư viện (trên "
            "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0; trên Windows: cài MSYS2 rồi chạy pacman -S "
            "mingw-w64-ucrt-x86_64-pango), hoặc lập riêng bản Word bằng --format docx."
        )


class OtherProgramError(BaocaoError):
    """Another machine would print a format otherwise than this one."""

    def __init__(self, file_format: str) -> None:
        super().__init__(
            f"Máy ở xa có chương trình, thư viện hay phông chữ khác nên bản {file_format} sẽ "
            "khác đi. Đề nghị cài cùng một bản (pip install -c constraints.txt), cùng phông chữ "
            "trên mọi máy rồi chạy lại."
        )


class WorkerLostError(BaocaoError):
    """A process that makes documents ended in the middle of one."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Tiến trình lập văn bản bị dừng giữa chừng, đã thử lại một lần ({detail}). Đề nghị "
            "xem máy có đủ bộ nhớ không, chạy lại với --jobs nhỏ hơn, hoặc lập riêng đơn vị này."
        )


class TooLongError(BaocaoError):
    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Lập quá {seconds:g} giây mà chưa xong nên đã dừng. Đề nghị xem văn bản này có bảng "
            "hoặc ảnh quá lớn không, hoặc tăng --time-limit rồi chạy lại."
        )


class FolderBusyError(BaocaoError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Một lần build khác đang ghi vào thư mục {folder}. Đề nghị chờ lần ấy xong rồi chạy "
            "lại, hoặc ghi vào thư mục khác bằng --out."
        )


class ClusterError(BaocaoError):
    """The machines that were to share the work cannot be reached."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            f"Không làm việc được với các máy ở {address} ({detail}). Đề nghị xem dask scheduler "
            "và dask worker đã chạy chưa, địa chỉ có đúng không; chạy lại thì chỉ lập phần thiếu."
        )


class ClusterMissingError(BaocaoError):
    def __init__(self) -> None:
        super().__init__(
            "Máy này chưa có dask.distributed để chia việc cho nhiều máy. Đề nghị cài bằng "
            "pip install 'baocao[cluster]', hoặc bỏ --scheduler để lập trên một máy."
        )


class TypstMissingError(BaocaoError):
    """Typst is asked for and is not installed; it is an extra."""

    def __init__(self) -> None:
        super().__init__(
            "Máy này chưa có Typst để lập PDF. Đề nghị cài bằng lệnh pip install 'baocao[typst]', "
            "hoặc lập PDF bằng WeasyPrint: bo_dan_trang: weasyprint trong tệp dot-bao-cao.yaml."
        )


class OutputError(BaocaoError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không ghi được tệp {path}: {reason}. Đề nghị kiểm tra quyền ghi và chỗ trống trên "
            "đĩa, đóng tệp nếu đang mở trong Word, rồi chạy lại."
        )
