"""Có ký tự điều khiển không in được.

Thường do chép từ Word (dấu ngắt dòng, ngắt trang) hoặc do tệp hỏng khi chuyển bảng mã. Lời báo lỗi
do phần đọc tệp soạn.
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
