"""Tệp lưu bằng bảng mã cũ Windows-1258; đã đọc được nhưng nên lưu lại bằng UTF-8.

Bảng mã này chép qua máy khác dễ hỏng dấu. Lời báo lỗi do phần đọc tệp soạn.
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
