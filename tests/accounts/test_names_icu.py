"""Names in the order that PostgreSQL's own ICU gives them, where the server has it."""

import itertools

import pytest
from django.db import connection

from accounts.models import User
from accounts.names import sort_key
from tests import cast


FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Đỗ", "Dương", "Ấu", "Âu", "Ông", "Ứng")
MIDDLES = ("Thị", "Văn", "Đức", "Ngọc Ánh", "")
GIVEN = [
    "An",
    "Ân",
    "Ăn",
    "Ánh",
    "Ảnh",
    "Anh",
    "Bảo",
    "Bạo",
    "Chi",
    "Chí",
    "Cường",
    "Dung",
    "Dũng",
    "Đăng",
    "Đạt",
    "Đức",
    "Em",
    "Ê",
    "Hà",
    "Hả",
    "Hã",
    "Há",
    "Hạ",
    "Hoà",
    "Hòa",
    "Huyền",
    "Khuê",
    "Liên",
    "Linh",
    "Loan",
    "Mai",
    "Minh",
    "My",
    "Mỹ",
    "Nga",
    "Ngà",
    "Nghĩa",
    "Oanh",
    "Ổn",
    "Ơn",
    "Phước",
    "Quân",
    "Quyên",
    "Sơn",
    "Tâm",
    "Tấm",
    "Thảo",
    "Thắng",
    "Trâm",
    "Tuấn",
    "Ung",
    "Uyên",
    "Ước",
    "Ưng",
    "Vân",
    "Vấn",
    "Xuân",
    "Ý",
    "Yên",
    "Yến",
]
NAMES = [" ".join(filter(None, parts)) for parts in itertools.product(FAMILIES, MIDDLES, GIVEN)]


def _icu_order(words):
    """Return the words as the server's `vi-x-icu` orders them."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT word FROM unnest(%s::text[]) AS word ORDER BY word COLLATE "vi-x-icu"',
            [list(words)],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.postgres
@pytest.mark.django_db
def test_given_names_sort_as_the_servers_icu_sorts_them():
    assert sorted(GIVEN, key=sort_key) == _icu_order(GIVEN)


@pytest.mark.postgres
@pytest.mark.django_db
def test_names_with_one_given_name_sort_by_the_rest_as_the_servers_icu_sorts_it():
    rests = {" ".join(name.split()[:-1]) for name in NAMES}
    ours = sorted((f"{rest} An" for rest in rests), key=sort_key)
    assert [name.removesuffix(" An") for name in ours] == _icu_order(rests)


@pytest.mark.django_db
def test_the_database_lists_people_as_the_key_does():
    for name in NAMES[::97]:
        cast.person(name)
    listed = list(User.objects.values_list("full_name", flat=True))
    assert listed == sorted(NAMES[::97], key=sort_key)
    assert len(listed) > 20
