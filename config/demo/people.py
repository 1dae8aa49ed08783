"""The made-up people of the demonstration whom anyone may become by one click."""

from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256

from accounts.roles import Role


PASSWORD = "trinh-dien-2026"  # noqa: S105 - public by design: it opens made-up people on a demonstration only


@dataclass(frozen=True)
class Actor:
    """One made-up person: who, in which role, and what can be seen by being that person."""

    email: str
    name: str
    role: Role
    province: str
    story_vi: str
    story_en: str
    english: bool = False

    @property
    def totp_secret(self) -> str:
        """The key of the authenticator app that a member of staff would have; empty for others."""
        if self.role is Role.TRAINEE:
            return ""
        return b32encode(sha256(self.email.encode()).digest()[:20]).decode()


ACTORS = (
    Actor(
        "hocvien@chuyengia.example", "Nguyễn Thị Ngọc Ẩn", Role.TRAINEE, "08",
        "Kỹ sư ở Tuyên Quang, đang học Lean, chưa thi.",
        "An engineer in Tuyên Quang, learning Lean, not examined yet.",
    ),
    Actor(
        "thisinh@chuyengia.example", "Đặng Hữu Nghĩa", Role.TRAINEE, "48",
        "Đã học xong và đạt kỳ thi; hồ sơ đang chờ Hội đồng quyết định.",
        "Has finished the courses and passed; the application awaits the council's decision.",
    ),
    Actor(
        "chuyengia@chuyengia.example", "Trần Thị Bích Thủy", Role.TRAINEE, "79",
        "Chuyên gia đã được chứng nhận, giữ chứng chỉ còn hiệu lực; đầu mối của doanh nghiệp mình.",
        "A certified expert who holds a valid certificate; coordinator of the own enterprise.",
    ),
    Actor(
        "tacgia@chuyengia.example", "Lê Thị Hồng Vân", Role.AUTHOR, "01",
        "Viết khóa học và câu hỏi; dạy khóa Lean. Cũng ở trong Hội đồng, nhưng không được quyết định về học viên của mình.",
        "Writes courses and questions; teaches the Lean course. Also on the council, but barred from deciding on her own learners.",
    ),
    Actor(
        "giamkhao@chuyengia.example", "Trần Quốc Đạt", Role.EXAMINER, "31",
        "Có bài tự luận đang chờ chấm, chỉ thấy số báo danh.",
        "Has essays to mark and sees candidate numbers only.",
    ),
    Actor(
        "canbo@chuyengia.example", "Đỗ Thị Ước", Role.CERTIFICATION_OFFICER, "01",
        "Kiểm tra hồ sơ, công bố kết quả, đề nghị thu hồi.",
        "Checks applications, releases results, proposes withdrawals.",
    ),
    Actor(
        "hoidong@chuyengia.example", "Vũ Đình Khải", Role.COUNCIL_MEMBER, "01",
        "Thành viên Hội đồng, quyết định cấp chứng chỉ cho người mình không dạy, không chấm.",
        "Council member; decides on people he neither taught nor examined.",
    ),
    Actor(
        "hoidong2@chuyengia.example", "Phan Thị Minh Hạnh", Role.COUNCIL_MEMBER, "46",
        "Thành viên Hội đồng, biểu quyết tại phiên họp; đã khai có liên quan đến một doanh nghiệp.",
        "Council member who votes at meetings and has declared a tie to an enterprise.",
    ),
    Actor(
        "hoidong3@chuyengia.example", "Trương Công Định", Role.COUNCIL_MEMBER, "79",
        "Thành viên Hội đồng, biểu quyết tại phiên họp.",
        "Council member who votes at meetings.",
    ),
    Actor(
        "coquan@chuyengia.example", "Hoàng Văn Ổn", Role.AGENCY, "92",
        "Sở Khoa học và Công nghệ: kiểm tra một danh sách chứng chỉ; là đầu mối, xác nhận ai thuộc Sở.",
        "A provincial department that checks a list of certificates; as its coordinator, confirms who belongs to it.",
    ),
    Actor(
        "viettin@chuyengia.example", "Hồ Thị Ánh", Role.WRITER, "46",
        "Viết tin nháp, gửi biên tập viên.",
        "Writes drafts of news and submits them to the editor.",
    ),
    Actor(
        "bientap@chuyengia.example", "Đặng Thị Ý", Role.EDITOR, "46",
        "Biên tập tin, gửi người duyệt đăng.",
        "Edits news and passes it on to the publisher.",
    ),
    Actor(
        "xuatban@chuyengia.example", "Bùi Thị Yến", Role.PUBLISHER, "01",
        "Duyệt và đăng tin.",
        "Reviews and publishes news.",
    ),
    Actor(
        "chuongtrinh@chuyengia.example", "Ngô Văn Ưng", Role.PROGRAMME_OFFICER, "01",
        "Theo dõi tiến độ, mở từng dòng của sổ đăng ký.",
        "Follows progress and opens the register's entries.",
    ),
    Actor(
        "vanhanh@chuyengia.example", "Lý Văn Ê", Role.OPERATOR, "01",
        "Vận hành hệ thống, quản lý tài khoản và trang.",
        "Runs the platform, manages accounts and pages.",
    ),
    Actor(
        "kiemtoan@chuyengia.example", "Mai Văn Ưu", Role.AUDITOR, "01",
        "Đọc nhật ký: ai làm gì, khi nào, và nhật ký có còn nguyên vẹn không.",
        "Reads the audit trail: who did what and when, and whether the trail is unbroken.",
    ),
)  # fmt: skip
