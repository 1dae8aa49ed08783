"""Where a Vietnamese line must not break: between number and unit, and inside a compound word."""

import re
from typing import Final


NO_BREAK: Final = "\u00a0"

# Words of two syllables that read badly when a heading breaks between them.
COMPOUNDS: Final = (
    "bài học", "bài thi", "bảo dưỡng", "bảo mật", "bắt đầu", "biểu đồ", "cá nhân", "cải tiến",
    "cạnh tranh", "câu hỏi", "chấm thi", "chất lượng", "chi phí", "chiến lược", "chính sách",
    "chu kỳ", "chuẩn bị", "chuẩn đoán", "chuỗi giá", "chuyên gia", "chuyển đổi", "chứng chỉ",
    "chứng nhận", "chương trình", "cơ quan", "công bằng", "công cụ", "công đoạn", "công khai",
    "công nghệ", "danh bạ", "danh hiệu", "danh sách", "dịch vụ", "doanh nghiệp", "dòng chảy",
    "dữ liệu", "đánh giá", "đào tạo", "đăng ký", "địa phương", "điều kiện", "định luật",
    "đo lường", "đồng bộ", "đổi mới", "giá trị", "giải pháp", "giải quyết", "giai đoạn",
    "giám khảo", "giảng viên", "giới hạn", "hệ thống", "hiện trường", "hiệu lực", "hiệu quả",
    "hiệu suất", "hoạt động", "học viên", "hội đồng", "hội nhập", "kế hoạch", "kéo dài",
    "kết quả", "khách hàng", "khóa học", "khu vực", "kiểm chứng", "kiểm soát", "kiểm tra",
    "kinh tế", "kỳ thi", "kỹ thuật", "làm việc", "lãng phí", "lao động", "lĩnh vực", "lịch thi",
    "máy móc", "môi trường", "mục tiêu", "năng lực", "năng lượng", "năng suất", "ngân hàng",
    "nguyên nhân", "nguyên tắc", "người học", "nhà máy", "nhận diện", "phân tích", "phòng thi",
    "phòng ngừa", "phúc khảo", "quá trình", "quản lý", "quản trị", "quốc gia", "quốc tế",
    "quy chuẩn", "quy trình", "quyết định", "rủi ro", "sai lỗi", "sản phẩm", "sản xuất",
    "sáng kiến", "sổ đăng", "tài liệu", "thẩm định", "theo dõi", "thi công", "thiết bị",
    "thí sinh", "thống kê", "thông tin", "thực hành", "thương hiệu", "tiến độ", "tiêu chí",
    "tiêu chuẩn", "tinh gọn", "tin tức", "toàn diện", "tổ chức", "tối ưu", "tổn thất", "tra cứu",
    "trách nhiệm", "triển khai", "trình độ", "tri thức", "tự động", "ứng dụng", "vấn đề",
    "vật liệu", "xã hội", "xác nhận", "xu hướng", "xưởng may", "yêu cầu", "tuần hoàn", "đa dạng",
    "khởi đầu", "cân bằng", "phát thải", "tiết kiệm", "bền vững", "phát triển", "nền tảng",
)  # fmt: skip
UNITS: Final = (
    "%", "ăn", "bài", "bước", "câu", "chiếc", "chỗ", "chữ", "công", "cột", "điểm", "đồng", "giây",
    "giờ", "kg", "kWh", "km", "loại", "mm", "môn", "năm", "ngày", "người", "nguyên", "phần",
    "phút", "sản", "tấn", "thành", "thẻ", "tháng", "tỷ", "triệu", "từ", "tuần", "course",
    "courses", "hours", "lesson", "lessons", "minutes", "people", "points", "questions", "experts",
)  # fmt: skip
LABELS: Final = (
    "Bài", "Bảng", "Bước", "Câu", "Cấp", "Điều", "Hình", "ISO", "Khóa", "Ngày", "Năm", "Quý",
    "Quyết định", "Số", "TCVN", "Tháng", "Chapter", "Decision", "Figure", "Lesson", "Question",
)  # fmt: skip


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_COMPOUND = re.compile(rf"(?<!\w)(?:{_either(COMPOUNDS)})(?!\w)", re.IGNORECASE)
_AFTER_NUMBER = re.compile(rf"(?<=\d) (?=(?:{_either(UNITS)})(?!\w))", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(rf"(?<!\w)({_either(LABELS)}) (?=\d)", re.IGNORECASE)


def bind(text: str) -> str:
    """Return the text with no-break spaces where a line break would hurt the reading."""
    bound = _COMPOUND.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    bound = _AFTER_NUMBER.sub(NO_BREAK, bound)
    return _BEFORE_NUMBER.sub(rf"\1{NO_BREAK}", bound)
