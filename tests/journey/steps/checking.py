"""What an agency, and anyone, learns about a certificate."""

import re


def wrong_digit(number):
    """Return the number with one digit of its sequence typed wrongly."""
    return number[:11] + str((int(number[11]) + 1) % 10) + number[12:]


def look_up(visitor, number):
    """Type the number into the public page; return what it says."""
    page = visitor.visit("/tra-cuu/").look("lookup").page
    page.fill("main [name=so]", number)
    visitor.press("main form.form button").look("verify")
    return visitor.text()


def follow_qr(visitor, number):
    """Open the short address of the QR code; return what it says."""
    return visitor.visit(f"/v/{number}").text()


def ask_api(visitor, number):
    """Return the answer of the API for programs."""
    return visitor.page.request.get(f"/api/v1/certificates/{number}").json()


def check_list(agency, numbers, name):
    """Check a list at the agency's desk; return the text of its rows."""
    page = agency.visit("/chung-chi/danh-sach/").look("list").page
    page.fill("main textarea[name=so]", "\n".join(numbers))
    agency.press("main form.form button").look(name)
    return [
        re.sub(r"\s+", " ", row) for row in page.locator("table.reg tbody tr").all_inner_texts()
    ]


def certified_now(visitor):
    """Return how many experts the progress page counts in the present period."""
    words = visitor.visit("/tien-do/").text("h1")
    return int(re.match(r"\d+", words.replace(".", "")).group(0))
