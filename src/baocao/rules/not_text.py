"""Tệp không phải là tệp chữ mà là tệp Word, Excel, PDF đổi tên.

Nội dung báo cáo viết trong tệp chữ thuần (YAML), không phải tệp Word. Lời báo lỗi do phần đọc tệp
soạn, vì chỉ ở đó mới biết tệp thuộc loại nào.
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
