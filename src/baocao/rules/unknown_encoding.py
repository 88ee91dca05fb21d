"""Không rõ tệp lưu bằng bảng mã nào.

Tệp phải lưu bằng bảng mã UTF-8 (UTF-16 có dấu nhận biết cũng đọc được). Trong Notepad: chọn Lưu
thành (Save as), ô Mã hóa (Encoding) chọn UTF-8. Lời báo lỗi do phần đọc tệp soạn.
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
