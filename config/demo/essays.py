"""Made-up answers to the two essay questions, from good to weak, for the marking desk of the demonstration."""

GOOD = {
    "Q036": """So với nhịp 60 giây, chỉ trạm 3 (75 giây) vượt nhịp; bốn trạm còn lại mất 52, 48, 58 và 40 giây đều thấp hơn. Trạm 3 là điểm nghẽn: mỗi giờ nó chỉ cho ra 48 chiếc trong khi khách cần 60. Vì trạm 2 làm nhanh hơn trạm 3 nên hàng dồn lại 150 chiếc trước trạm 3, còn trạm 5 thiếu việc và phải chờ.

Thứ tự ưu tiên của tôi: một, giữ cho trạm 3 không bao giờ dừng vì thiếu chi tiết hay chỉ. Hai, tách khoảng 15 giây thao tác của trạm 3 chuyển sang trạm 5 đang rảnh 20 giây; sau đó trạm 3 còn 60 giây, trạm 5 còn 55 giây. Ba, làm đồ gá định vị để thao tác ghép ở trạm 3 ngắn và đều hơn, rồi viết lại thao tác chuẩn. Bốn, đặt giới hạn bán thành phẩm giữa trạm 2 và trạm 3 bằng thẻ Kanban, bắt đầu từ 20 chiếc, để trạm 2 không làm dư.

Về đề nghị tuyển thêm người cho tất cả các trạm: tôi không đồng ý. Tổng thời gian thao tác là 273 giây, chia cho 60 giây được khoảng 4,6, nên năm người là đủ nếu cân bằng lại chuyền. Thêm người ở trạm không nghẽn chỉ làm tồn kho và chi phí tăng.

Tôi theo dõi ba chỉ tiêu trong hai tuần: sản lượng mỗi giờ ghi trên bảng, số bán thành phẩm giữa trạm 2 và 3 đếm đầu mỗi giờ, và hiệu suất cân bằng chuyền tính lại mỗi tuần.""",
    "Q051": """Tôi ghi nhận phát hiện theo đúng bằng chứng: nêu chuẩn mực, mô tả sự việc quan sát được, thời gian, nơi, hồ sơ đã xem, và không suy đoán về người.

Phát hiện được phân loại sau khi đối chiếu với yêu cầu và xét mức độ ảnh hưởng: nếu hệ thống không kiểm soát được quá trình hoặc có khả năng sản phẩm không phù hợp đến tay khách hàng thì là điểm không phù hợp nặng; nếu là trường hợp riêng lẻ thì là điểm nhẹ.

Bên được đánh giá cần khắc phục ngay, cô lập sản phẩm bị ảnh hưởng, tìm nguyên nhân gốc bằng 5 tại sao, rồi mới chọn hành động khắc phục có người chịu trách nhiệm và thời hạn. Tôi kiểm tra hiệu lực bằng hồ sơ của ít nhất một chu kỳ sau đó, không chỉ bằng lời cam kết.

Trong cuộc họp kết thúc tôi trình bày bình tĩnh, cảm ơn, nghe ý kiến, và nếu còn khác ý thì ghi rõ vào báo cáo.""",
}  # fmt: skip
FAIR = {
    "Q036": """Trạm 3 mất 75 giây, lâu nhất trong năm trạm nên là điểm nghẽn của chuyền. Tồn 150 chiếc nằm ngay trước trạm này.

Tôi đề xuất chuyển bớt thao tác của trạm 3 sang trạm 5 vì trạm 5 hay chờ việc, và hướng dẫn công nhân trạm 3 làm nhanh hơn bằng cách sắp xếp lại dụng cụ.

Tôi không tán thành việc tuyển thêm người cho tất cả các trạm vì tốn kém. Sau khi cải tiến cần theo dõi sản lượng mỗi ngày.""",
    "Q051": """Người đánh giá cần ghi lại bằng chứng và nói với bên được đánh giá. Đây là điểm không phù hợp vì có yêu cầu không được đáp ứng.

Bên được đánh giá phải sửa ngay và tìm nguyên nhân. Đoàn đánh giá kiểm tra lại vào lần sau. Khi họp kết thúc cần giữ thái độ tôn trọng.""",
}
WEAK = {
    "Q036": "Chuyền chậm vì thiếu người. Nên tuyển thêm công nhân cho các trạm và tăng ca để kịp đơn hàng.",
    "Q051": "Tôi nhắc nhở tổ sản xuất phải làm đúng quy định và lập biên bản.",
}
