"""From the application to the number in the register, and back out of it."""

import re
import subprocess
import time


def apply(visitor):
    """Begin an application, fill it in, agree, hand it in; return its public id."""
    page = visitor.visit("/chung-chi/").look("schemes").page
    visitor.visit("/chung-chi/NSCL-QG/").look("scheme")
    visitor.press("form[action$='/nop/'] button")
    page.select_option("select[name=field]", index=1)
    page.fill("[name=education]", "Đại học, Kỹ thuật công nghiệp, 2014")
    page.fill("[name=experience_years]", "6")
    page.fill("[name=experience]", "Kỹ sư cải tiến, Công ty Cơ khí Phương Bắc, từ 2018")
    page.fill("[name=project_count]", "1")
    page.fill("[name=projects]", "Rút thời gian chuyển đổi khuôn từ 48 xuống 17 phút.")
    page.check("[name=agreed]")
    visitor.look("dossier-draft").press("button[value=submit]").look("dossier-submitted")
    assert page.locator(".steps__i--todo").count() == 0, "the checklist still misses something"
    return re.search(r"[0-9a-f-]{36}", page.url).group(0)


def find_eligible(officer, dossier):
    """Check the application and hand it over to the council."""
    officer.visit("/chung-chi/xet-ho-so/").look("checking")
    page = officer.visit(f"/chung-chi/xet-ho-so/{dossier}/").look("checking-one").page
    page.check("input[name=act] >> nth=0")
    officer.press("form.form button")


def is_barred(teacher, dossier):
    """See that a council member who taught the applicant is told so and offered no decision."""
    page = teacher.visit(f"/chung-chi/quyet-dinh/{dossier}/").look("deciding-barred").page
    assert page.locator("input[name=outcome]").count() == 0
    return "dạy" in page.inner_text("main") or "đào tạo" in page.inner_text("main")


def grant(member, dossier):
    """Decide for the certificate; return its number."""
    member.visit("/chung-chi/quyet-dinh/").look("deciding")
    page = member.visit(f"/chung-chi/quyet-dinh/{dossier}/").look("deciding-one").page
    page.check("input[name=outcome][value=grant]")
    member.press("form.form button").look("deciding-confirm")
    member.press("main form button").look("decided")
    return re.search(r"/tra-cuu/([A-Z0-9]+)/", page.content()).group(1)


def download(holder, number, folder, *, within=40):
    """Wait for the PDF as its holder; return the file."""
    page, until = holder.page, time.monotonic() + within
    address = f"/chung-chi/tep/{number}.pdf"
    while time.monotonic() < until:
        answer = page.request.get(address)
        if answer.headers["content-type"].startswith("application/pdf"):
            target = folder / f"{number}.pdf"
            target.write_bytes(answer.body())
            return target
        time.sleep(1)
    raise AssertionError(f"the PDF of {number} was not made within {within} s")


def words_of(pdf):
    """Return the text of a PDF as a reader's program extracts it."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def propose_withdrawal(officer, number):
    """Propose to withdraw the certificate, with a reason in both languages."""
    page = officer.visit(f"/chung-chi/so-dang-ky/{number}/").look("entry").page
    page.check("input[name=event][value=withdrawn]")
    page.fill("[name=reason_vi]", "Dùng chứng chỉ ngoài phạm vi được chứng nhận.")
    page.fill("[name=reason_en]", "Used the certificate outside its scope.")
    officer.press("form.form button")


def confirm_withdrawal(member, number):
    """Settle the proposal as a council member."""
    page = member.visit(f"/chung-chi/so-dang-ky/{number}/").page
    member.press("a[href*='/de-nghi/']").look("settle")
    member.press("button[value=confirm]")
    assert "/so-dang-ky/" in page.url or "/quyet-dinh/" in page.url
