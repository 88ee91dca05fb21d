"""`de-cuong.yaml` of a new campaign: the items that nearly every report has."""

OUTLINE = """\
# Đề cương: các mục của báo cáo. Mục có ma là mục đơn vị phải viết; mục không có ma chỉ in đề mục.
# Mã viết bằng chữ thường không dấu, nối bằng dấu gạch dưới, không trùng nhau.
# Các cách khác (mục điền số, mục chọn, mục chỉ hỏi một cấp …): docs/soan-dot-bao-cao.md.

# Kiểu đánh số của từng bậc, viết bằng chính số thứ nhất. Đề mục thì không ghi số, máy tự đánh.
danh_so: [I., 1.]

muc:
  - tieu_de: ĐẶC ĐIỂM TÌNH HÌNH
    muc:
      - ma: thuan_loi
        tieu_de: Thuận lợi
        # goi_y hiện ra cho người viết, không in vào báo cáo.
        goi_y: Nêu những điều kiện thuận lợi tác động đến việc thực hiện nhiệm vụ tại đơn vị.
      - ma: kho_khan
        tieu_de: Khó khăn

  - tieu_de: KẾT QUẢ ĐẠT ĐƯỢC
    muc:
      - ma: chi_dao
        tieu_de: Công tác chỉ đạo, tổ chức thực hiện
      - ma: ket_qua
        tieu_de: Kết quả thực hiện
        goi_y: Nêu kết quả nổi bật, có số liệu chứng minh.
        # Muốn giới hạn độ dài thì bỏ dấu # ở hai dòng sau; đơn vị tính là chữ (âm tiết).
        # it_nhat: 20
        # nhieu_nhat: 600

  - tieu_de: HẠN CHẾ VÀ NGUYÊN NHÂN
    muc:
      - ma: han_che
        tieu_de: Hạn chế
      - ma: nguyen_nhan
        tieu_de: Nguyên nhân

  - ma: phuong_huong
    tieu_de: PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI
"""
