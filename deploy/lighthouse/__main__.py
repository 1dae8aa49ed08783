"""
Serve a fresh demonstration, let Lighthouse (npm, Debian's chromium) visit its pages, print what it says.

Ends with 1 if a page misses the bar. Lighthouse itself is installed under var/ when it is not there.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deploy.bench.__main__ import free_port, running


ROOT = Path(__file__).resolve().parents[2]
VERSION = "13.5.0"
TOOL = ROOT / "var" / "lighthouse"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PAGES = {
    "home": "/",
    "index": "/tin-tuc/",
    "article": "/tin-tuc/cach-kiem-tra-mot-chung-chi/",
    "course": "/khoa-hoc/c04/",
    "verification": "/tra-cuu/",
}
BAR = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
HEAVIEST = {"home": 150_000, "article": 100_000}
FLAGS = "--headless=new --no-sandbox --disable-gpu"
TRIES = 3


def install() -> Path:
    """Return the path of Lighthouse's program, installed if it is missing."""
    program = TOOL / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        TOOL.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(TOOL)]
        subprocess.run([*npm, f"lighthouse@{VERSION}"], check=True, stdout=subprocess.DEVNULL)
    return program


def visit(program: Path, url: str, folder: Path) -> dict[str, Any]:
    """
    Return Lighthouse's report on one address, with its own mobile settings.

    Headless Chromium now and then yields no trace at all (every score null): such a visit is repeated.

    :raises RuntimeError: if no visit yields a score
    """
    report = folder / "report.json"
    for _try in range(TRIES):
        command = [str(program), url, "--quiet", "--output=json", f"--output-path={report}"]
        subprocess.run(
            [*command, f"--chrome-flags={FLAGS}"], check=False, stderr=subprocess.DEVNULL,
            env={**os.environ, "CHROME_PATH": CHROMIUM},
        )  # fmt: skip
        said: dict[str, Any] = json.loads(report.read_text())
        if said["categories"]["performance"]["score"]:
            return said
    raise RuntimeError(f"Lighthouse could not measure {url}")


def complaints(name: str, said: dict[str, Any]) -> Iterator[str]:
    """Yield what keeps a page below the bar."""
    for category, least in BAR.items():
        score = round(100 * said["categories"][category]["score"])
        if score < least:
            weak = [
                each["id"]
                for each in said["categories"][category]["auditRefs"]
                if each["weight"] and (said["audits"][each["id"]]["score"] or 0) < 0.9
                and said["audits"][each["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual"}
            ]  # fmt: skip
            yield f"{name}: {category} {score} < {least} ({', '.join(weak)})"
    weight = said["audits"]["total-byte-weight"]["numericValue"]
    if weight > HEAVIEST.get(name, weight):
        yield f"{name}: {weight:.0f} bytes"


def line(name: str, said: dict[str, Any]) -> str:
    """Return one line of the table."""
    scores = [f"{round(100 * said['categories'][each]['score']):>4}" for each in BAR]
    facts = [
        said["audits"][each]["numericValue"]
        for each in ("total-byte-weight", "largest-contentful-paint", "cumulative-layout-shift")
    ]
    return f"{name:<14}{' '.join(scores)} {facts[0]:>9.0f} B {facts[1]:>6.0f} ms {facts[2]:.3f}"


def main() -> int:
    """Visit every page and print a table; return 1 if one misses the bar."""
    program = install()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="chuyengia-lighthouse-") as folder:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        env = {**os.environ, "VAR_DIR": folder, "PORT": str(port), "SITE_URL": base}
        print(f"{'page':<14}perf a11y best  seo    weight        LCP   CLS")
        with running([sys.executable, "-m", "config.launch"], env, f"{base}/readyz"):
            for name, path in PAGES.items():
                said = visit(program, base + path, Path(folder))
                print(line(name, said), flush=True)
                wrong += complaints(name, said)
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
