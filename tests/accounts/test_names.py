import unicodedata

from hypothesis import given, settings, strategies as st

from accounts.names import clean_name, fold, sort_key


in_any_time = settings(deadline=None)  # a busy machine is no fault of a name
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
WORDS = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)

# The order that ICU's `vi` gives (CLDR), as looked up on PostgreSQL with "vi-x-icu".
ICU_ORDER = [
    "An",
    "Ánh",
    "Ăn",
    "Ân",
    "Bình",
    "Dũng",
    "Đạt",
    "Đức",
    "Ha",
    "Hà",
    "Hả",
    "Hã",
    "Há",
    "Hạ",
    "Oanh",
    "Ổn",
    "Ơn",
    "Ung",
    "Ước",
    "Yên",
    "Yến",
]


def test_given_names_sort_as_icu_sorts_them():
    assert sorted(set(ICU_ORDER), key=sort_key) == ICU_ORDER


def test_a_list_sorts_by_the_given_name_then_by_the_rest():
    people = ["Vũ Thị An", "Nguyễn Văn Bình", "Đặng Thị An", "Ân", "Bùi Văn An"]
    assert sorted(people, key=sort_key) == [
        "Bùi Văn An",
        "Đặng Thị An",
        "Vũ Thị An",
        "Ân",
        "Nguyễn Văn Bình",
    ]


def test_an_empty_name_has_a_key():
    assert sort_key("") <= sort_key("An")


def test_letters_outside_the_alphabet_come_after_it():
    assert sort_key("Zoë") < sort_key("Жанна")


@in_any_time
@given(NAMES)
def test_the_key_is_the_same_however_the_name_is_composed(name):
    assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(
        unicodedata.normalize("NFC", name)
    )


@in_any_time
@given(NAMES, NAMES)
def test_different_names_have_different_keys(one, other):
    if unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        assert sort_key(one) != sort_key(other)


@in_any_time
@given(NAMES)
def test_folding_leaves_plain_letters_only(name):
    assert fold(name).replace(" ", "").isascii()


def test_folding_takes_tones_and_the_bar_of_d():
    assert fold("Đánh giá năng suất") == "danh gia nang suat"


@in_any_time
@given(NAMES)
def test_a_cleaned_name_is_composed_and_has_single_spaces(name):
    messy = f"  {unicodedata.normalize('NFD', name).replace(' ', '   ')} "
    assert clean_name(messy) == unicodedata.normalize("NFC", name)
