"""Chữ gõ bằng phông cũ TCVN3 (ABC) hoặc VNI.

Chép từ tệp Word đời cũ (phông .VnTime, VNI-Times) sang thì chữ hiện thành ký hiệu lạ; in ra không
đọc được. Lời báo lỗi do phần đọc tệp soạn, kèm chữ đã chuyển sang Unicode.

Sai::

    thuan_loi: C«ng ®oµn c¬ së ®· ph¸t ®éng phong trµo thi ®ua.

Đúng::

    thuan_loi: Công đoàn cơ sở đã phát động phong trào thi đua.
"""

from baocao.diagnostics import Rule

RULE = Rule.of_module(__name__, __doc__)
