"""Made-up names, organisations and provinces, the same at every run."""

from dataclasses import dataclass
from random import Random


FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đoàn", "Trịnh", "Mai", "Nông", "Lò", "Hà", "Cao", "Đinh",
)  # fmt: skip
MEN = ("Văn", "Đức", "Quốc", "Hữu", "Minh", "Xuân", "Công", "Đình", "Thanh", "Ngọc")
WOMEN = (
    "Thị",
    "Thị Ngọc",
    "Thị Minh",
    "Thị Thanh",
    "Thùy",
    "Hồng",
    "Thị Bích",
    "Kim",
    "Thị Hoài",
    "Phương",
)
MENS_NAMES = (
    "An", "Bình", "Chiến", "Dũng", "Đạt", "Đức", "Giang", "Hải", "Hiếu", "Hùng", "Khải", "Lâm", "Long", "Mạnh",
    "Nam", "Nghĩa", "Phúc", "Quân", "Sơn", "Thắng", "Thịnh", "Trung", "Tuấn", "Vinh", "Ưng", "Ổn",
)  # fmt: skip
WOMENS_NAMES = (
    "Anh", "Ánh", "Châu", "Dung", "Diệp", "Giang", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Lan", "Linh", "Mai",
    "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quỳnh", "Thảo", "Thủy", "Thương", "Trang", "Uyên", "Yến", "Ước", "Ý",
)  # fmt: skip


@dataclass(frozen=True)
class Body:
    """A made-up place of work, or a public body named as data, never as an endorsement."""

    code: str
    name_vi: str
    name_en: str
    kind: str
    province: str


BODIES = (
    Body("bo-khcn", "Bộ Khoa học và Công nghệ", "Ministry of Science and Technology", "ministry", "01"),
    Body("bo-ct", "Bộ Công Thương", "Ministry of Industry and Trade", "ministry", "01"),
    Body("bo-nnmt", "Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment", "ministry", "01"),
    Body("bo-xd", "Bộ Xây dựng", "Ministry of Construction", "ministry", "01"),
    Body("uy-ban-tcdlcl", "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia", "Commission for Standards, Metrology and Quality of Viet Nam", "agency", "01"),
    Body("so-khcn-tuyen-quang", "Sở Khoa học và Công nghệ tỉnh Tuyên Quang", "Tuyen Quang Department of Science and Technology", "locality", "08"),
    Body("so-khcn-da-nang", "Sở Khoa học và Công nghệ thành phố Đà Nẵng", "Da Nang Department of Science and Technology", "locality", "48"),
    Body("so-khcn-can-tho", "Sở Khoa học và Công nghệ thành phố Cần Thơ", "Can Tho Department of Science and Technology", "locality", "92"),
    Body("so-khcn-dong-nai", "Sở Khoa học và Công nghệ thành phố Đồng Nai", "Dong Nai Department of Science and Technology", "locality", "75"),
    Body("so-khcn-dien-bien", "Sở Khoa học và Công nghệ tỉnh Điện Biên", "Dien Bien Department of Science and Technology", "locality", "11"),
    Body("may-song-hong-mau", "Công ty cổ phần May Sông Hồng Xanh (minh họa)", "Song Hong Xanh Garment JSC (illustrative)", "enterprise", "33"),
    Body("co-khi-bac-mau", "Công ty TNHH Cơ khí Phương Bắc (minh họa)", "Phuong Bac Mechanical Co. (illustrative)", "enterprise", "24"),
    Body("thuy-san-mau", "Công ty cổ phần Thủy sản Đất Mũi (minh họa)", "Dat Mui Seafood JSC (illustrative)", "enterprise", "96"),
    Body("nhua-mau", "Công ty TNHH Nhựa Hòa An (minh họa)", "Hoa An Plastics Co. (illustrative)", "enterprise", "79"),
    Body("ca-phe-mau", "Hợp tác xã Cà phê Ea Tul Xanh (minh họa)", "Ea Tul Xanh Coffee Cooperative (illustrative)", "enterprise", "66"),
    Body("truong-mau", "Trường Cao đẳng Kỹ thuật Lam Sơn (minh họa)", "Lam Son Technical College (illustrative)", "training_body", "38"),
)  # fmt: skip


def full_names(count: int, *, seed: int = 1322) -> list[str]:
    """Return that many different made-up names, the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - a demonstration must be repeatable, not unpredictable
    names: dict[str, None] = {}
    while len(names) < count:
        middles, givens = (MEN, MENS_NAMES) if dice.random() < 0.55 else (WOMEN, WOMENS_NAMES)
        names[f"{dice.choice(FAMILIES)} {dice.choice(middles)} {dice.choice(givens)}"] = None
    return list(names)
