"""
Names as Vietnamese write, sort and search them.

One full name, NFC, as on the identity card. Lists sort by the given name (the last word), then by the
rest, in the order of CLDR's `vi`: a ă â b c d đ e ê … o ô ơ … u ư …, tones ngang huyền hỏi ngã sắc nặng.
Neither SQLite nor PostgreSQL's default collation gives that order, so the key is stored beside the name.
"""

import unicodedata


LETTERS = {
    letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=100)
}
BY_RANK = {rank: letter for letter, rank in LETTERS.items()}
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SHAPES = {
    "\u0302": {"a": "â", "e": "ê", "o": "ô"},
    "\u0306": {"a": "ă"},
    "\u031b": {"o": "ơ", "u": "ư"},
}


def clean_name(text: str) -> str:
    """Return the name in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return the text without tones, hooks and capitals: 'Đánh giá' becomes 'danh gia'."""
    plain = unicodedata.normalize("NFD", text.translate(str.maketrans("đĐ", "dD")))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _ranks(text: str) -> tuple[list[int], list[int], list[int]]:
    primary: list[int] = []
    tones: list[int] = []
    capitals: list[int] = []
    for char in unicodedata.normalize("NFD", text):
        low = char.lower()
        if char in TONES and tones:
            tones[-1] = TONES[char]
        elif char in SHAPES and primary:
            shaped = SHAPES[char].get(BY_RANK.get(primary[-1], ""))
            primary[-1] = LETTERS[shaped] if shaped else primary[-1]
        elif not unicodedata.combining(char):
            primary.append(LETTERS.get(low, ord(low) if ord(low) < 100 else 1000 + ord(low)))
            tones.append(0)
            capitals.append(int(char != low))
    return primary, tones, capitals


def _key(text: str) -> str:
    primary, tones, capitals = _ranks(text)
    return ".".join(
        "".join(f"{rank:0{width}x}" for rank in ranks)
        for ranks, width in ((primary, 5), (tones, 1), (capitals, 1))
    )


def sort_key(full_name: str) -> str:
    """
    Return a key of plain hexadecimal digits whose byte order is the Vietnamese order of names.

    Given name first, then family and middle names; compares equally in Python, SQLite and PostgreSQL
    under the C collation.
    """
    *rest, given = full_name.split() or [""]
    return f"{_key(given)}!{_key(' '.join(rest))}"
