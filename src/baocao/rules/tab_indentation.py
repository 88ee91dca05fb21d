"""Thụt lề bằng phím Tab.

YAML không cho thụt lề bằng Tab vì mỗi trình soạn thảo hiện Tab rộng hẹp khác nhau. Lời báo lỗi do
phần đọc tệp soạn.

Đúng::

    noi_nhan:
      - Như trên
      - "Lưu: VT"
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
