"""
Numbers as people type and read them.

Vietnam writes 1.234,5 and English 1,234.5. A candidate may type either, so the text is read by its shape
first and by the language of the page only where the shape leaves two readings:

* both marks: the last one is the decimal mark (`1.234,5` and `1,234.5` are one number in any language);
* the same mark twice or more: it groups thousands (`1.234.567`);
* one mark which is the language's decimal mark: decimal (`1,234` in Vietnamese is 1.234);
* one mark which is the language's grouping mark: grouping only when it groups properly, one to three
  digits without a leading zero and then exactly three (`1.234` in Vietnamese is 1234); otherwise the
  person used the other language's decimal mark (`1234.5`, `41.4`, `0.125`).

Anything else is not a number.
"""

import re
from decimal import ROUND_HALF_UP, Decimal


DECIMAL_MARK = {"vi": ",", "en": "."}
SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?!\d))")
SHAPE = re.compile(r"[+-]?\d[\d.,]*")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


def _is_grouped(digits: str) -> bool:
    return bool(GROUPED.fullmatch(digits))


def _one_mark(digits: str, mark: str, language: str) -> str | None:
    if digits.count(mark) > 1 or (mark != DECIMAL_MARK[language] and _is_grouped(digits)):
        return digits.replace(mark, "") if _is_grouped(digits) else None
    return digits.replace(mark, ".")


def _both_marks(digits: str) -> str | None:
    decimal = max(".,", key=digits.rfind)
    whole, _, part = digits.rpartition(decimal)
    if decimal in whole or not _is_grouped(whole):
        return None
    return f"{whole.replace('.', '').replace(',', '')}.{part}"


def parse_number(text: str, language: str) -> Decimal | None:
    """Return the number that the text means to a reader of the language ("vi" or "en"), else None."""
    plain = SPACES.sub("", text.strip().replace("\u2212", "-").removesuffix("%").rstrip())
    if not SHAPE.fullmatch(plain) or not plain.isascii():
        return None
    sign, digits = (plain[0], plain[1:]) if plain[0] in "+-" else ("", plain)
    marks = {mark for mark in ".," if mark in digits}
    if len(marks) == 2:
        value = _both_marks(digits)
    elif marks:
        value = _one_mark(digits, marks.pop(), language)
    else:
        value = digits
    return None if value is None else Decimal(sign + value)


def format_number(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Return the number as the language writes it, without needless zeros unless decimals are given."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{value:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))
