"""The right answers, read from the question bank's source as its authors wrote it."""

import re

import yaml

from tests.journey.served import ROOT


ITEMS = {
    item["id"]: item
    for item in yaml.safe_load((ROOT / "exams" / "data" / "items.yaml").read_text())["items"]
}
ESSAYS = {
    "Q036": "Trạm 3 (75 giây) vượt nhịp 60 giây nên là điểm nghẽn; tồn 150 chiếc nằm ngay trước nó. "
    "Tôi chuyển 15 giây thao tác sang trạm 5, làm đồ gá, đặt giới hạn Kanban 20 chiếc. "
    "Không tuyển thêm ở mọi trạm: 273 / 60 = 4,6 nên năm người là đủ. Theo dõi sản lượng mỗi giờ.",
    "Q051": "Tôi ghi nhận đúng bằng chứng, phân loại điểm không phù hợp theo mức độ ảnh hưởng, "
    "yêu cầu khắc phục ngay và tìm nguyên nhân gốc, rồi kiểm tra hiệu lực sau một chu kỳ.",
}


def _plain(text):
    return re.sub(r"\s+", " ", text).strip()


BY_STEM = {_plain(item["stem"]["vi"]): item for item in ITEMS.values()}


def item_of(stem):
    """Return the question whose Vietnamese stem is shown."""
    return BY_STEM[_plain(stem)]


def number_of(item):
    """Return the right number as a Vietnamese reader types it."""
    return f"{item['answer']:g}".replace(".", ",") if item["answer"] < 1e6 else str(item["answer"])
