"""What an agency, and anyone, learns about a certificate."""

import re
import subprocess

import zxingcpp
from PIL import Image


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


def code_of(pdf):
    """Return the address in the QR code of the printed page, as a camera reads it."""
    picture = pdf.with_suffix(".png")
    command = ["pdftoppm", "-r", "150", "-png", "-singlefile", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(command, check=True)
    (code,) = zxingcpp.read_barcodes(Image.open(picture))
    return code.text


def scan(visitor, address):
    """Open the address of a QR code as a camera does; return what the page says of it."""
    page = visitor.page
    page.goto("about:blank")
    page.goto(address)
    page.locator("[data-answer] .verdict").wait_for()
    return visitor.text()


def scan_without_network(visitor, address):
    """The same with the network cut, on a device that has seen the page before."""
    visitor.page.locator("[data-kept=yes]").wait_for(state="attached")
    visitor.context.set_offline(True)
    try:
        return scan(visitor, address)
    finally:
        visitor.context.set_offline(False)


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
