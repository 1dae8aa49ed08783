"""The public register of experts with a million certificates: how long a question takes, on a PostgreSQL of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random


ROWS, NAMES, ASKED = 1_000_000, 20_000, 200
DAY = date(2026, 11, 23)
# Every row by one statement a table; the triggers of foreign keys rest meanwhile, as in a restore from a dump.
FILL = (
    "SET session_replication_role = replica",
    "INSERT INTO accounts_user (id, password, is_superuser, public_id, email, full_name, name_folded, name_sort_key,"
    " language, is_staff, is_active, is_demo, date_joined, muted, phone)"
    " SELECT 1000000 + i, '!', false, gen_random_uuid(), 'bench' || i || '@x.example', full_name, name_folded,"
    " sort_key, 'vi', false, true, true, now(), '[]', ''"
    " FROM generate_series(1, {rows}) i JOIN bench_name ON bench_name.id = i % {names}",
    "INSERT INTO certificates_certificate (id, number, holder_name, name_folded, name_sort_key, scheme_code, level,"
    " organisation_kind, issued_at, issued_on, valid_until, counted_in, counted_higher_in, snapshot, holder_id,"
    " province_id, decision_id, dossier_id, field_id, scheme_version_id)"
    " SELECT 1000000 + i, 'B' || i, full_name, name_folded, sort_key, 'NSCL-QG', (ARRAY['national','national','national',"
    " 'national','regional','international'])[1 + i % 6], '', now(), DATE '2023-12-01' + i % 1000,"
    " DATE '2026-12-01' + i % 1000 - 200, '', '', '{{\"field\": {{}}, \"province\": {{}}, \"organisation\": {{}}}}', 1000000 + i,"
    " (SELECT code FROM (SELECT code, row_number() OVER (ORDER BY code) n FROM accounts_province) p"
    "  WHERE n = 1 + i % 34), 1000000 + i, 1000000 + i, (SELECT min(id) + i % 5 FROM certificates_expertfield),"
    " (SELECT min(id) FROM certificates_schemeversion)"
    " FROM generate_series(1, {rows}) i JOIN bench_name ON bench_name.id = i % {names}",
    "INSERT INTO certificates_statusevent (certificate_id, event, effective_on, at, reason_vi, reason_en, document_number)"
    " SELECT id, 'issued', issued_on, now(), '', '', '' FROM certificates_certificate WHERE id > 1000000",
    "INSERT INTO certificates_visibilitychoice (person_id, purpose, granted, version, at)"
    " SELECT holder_id, 'listed', true, 'bench', now() FROM certificates_certificate WHERE id > 1000000",
    "INSERT INTO certificates_listing (certificate_id, holder_id, name_words, name_folded, sort_key, level, field_id,"
    " province_id, standing, valid_until)"
    " SELECT c.id, holder_id, words, folded_words, sort_key, level, field_id, province_id,"
    " CASE WHEN c.id % 100 = 0 THEN 'withdrawn' WHEN c.id % 100 = 1 THEN 'suspended' ELSE 'valid' END, valid_until"
    " FROM certificates_certificate c JOIN bench_name ON bench_name.id = (c.id - 1000000) % {names} WHERE c.id > 1000000",
    "SET session_replication_role = DEFAULT",
    "ANALYZE",
)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None where it is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


@contextmanager
def cluster(bin_folder: Path) -> Iterator[str]:
    """Run a PostgreSQL in a folder of its own until the block ends; yield its DATABASE_URL."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="chuyengia-pg-") as folder:
        home = Path(folder) / "data"
        home.mkdir()
        as_owner = []
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            Path(folder).chmod(0o755)
            shutil.chown(home, "postgres")
            as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

        def run(program: str, *arguments: str) -> None:
            command = [*as_owner, str(bin_folder / program), "-D", str(home), *arguments]
            subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

        run("initdb", "-U", "chuyengia", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c fsync=off"
        run("pg_ctl", "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgres://chuyengia@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")


def names(dice: Random) -> list[str]:
    """Return made-up names, families as frequent as they are: of ten people nearly four are called Nguyễn."""
    from config.demo.names import FAMILIES, MEN, MENS_NAMES, WOMEN, WOMENS_NAMES

    often = (38, 12, 10, 7, 5, 5, 4, 4, 4, 2, 2, 1, 1, 1)
    weights = [*often, *[1] * (len(FAMILIES) - len(often))]
    families = dice.choices(FAMILIES, weights, k=NAMES)
    halves = ((WOMEN, WOMENS_NAMES), (MEN, MENS_NAMES))
    given = [
        (dice.choice(middle), dice.choice(last)) for middle, last in dice.choices(halves, k=NAMES)
    ]
    return [f"{family} {' '.join(rest)}" for family, rest in zip(families, given, strict=True)]


def fill(people: list[str], *, rows: int) -> None:
    """Enter so many certificates, all of holders who let themselves be listed, by SQL alone."""
    from django.db import connection

    from accounts.names import fold, sort_key
    from cms.queries import folded_words, spaced, words_of

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_name (id int PRIMARY KEY, full_name text, name_folded text, sort_key text,"
            " words text, folded_words text)"
        )
        cursor.executemany(
            "INSERT INTO bench_name VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (
                    place,
                    name,
                    fold(name),
                    sort_key(name),
                    spaced(words_of(name)),
                    spaced(folded_words(name)),
                )
                for place, name in enumerate(people)
            ],
        )
        for statement in FILL:
            cursor.execute(statement.format(rows=rows, names=NAMES))


def questions(people: list[str], dice: Random) -> Iterator[dict[str, str]]:
    """Yield what the public asks: whole names typed with and without tones, parts of names, filters, both, and slips."""
    from accounts.models import Province
    from accounts.names import fold
    from certificates.models import ExpertField

    places = list(Province.objects.values_list("code", flat=True))
    fields = list(ExpertField.objects.values_list("code", flat=True))
    for turn in range(ASKED):
        name = dice.choice(people)
        words = name.split()
        place, field = dice.choice(places), dice.choice(fields)
        yield (
            {"name": name},
            {"name": fold(name)},
            {"name": " ".join(words[-2:])},
            {"name": words[0]},
            {"name": fold(words[-1])[:3].ljust(3, "a"), "province": place},
            {"field": field, "province": place},
            {"name": fold(name), "status": "valid"},
            {"status": "suspended", "field": field},
            {"level": "international", "province": place},
            {"name": f"{words[0]} Qzx"},
        )[turn % 10]


def milliseconds(asked: list[dict[str, str]]) -> list[float]:
    """Return how long each question took, with the first page of its answer; each is asked once before."""
    from certificates.rules.visibility import MOST_WITHOUT_SESSION
    from certificates.selectors.experts import Wanted, entries_of, experts

    def ask(wanted: Wanted) -> None:
        found = experts(wanted, day=DAY, most=MOST_WITHOUT_SESSION)
        entries_of(found.keys[:10], day=DAY)

    took = []
    for each in asked:
        wanted = Wanted(**each)
        ask(wanted)
        began = time.perf_counter()
        ask(wanted)
        took.append(1000 * (time.perf_counter() - began))
    return took


def measure(rows: int) -> dict[str, float]:
    """Return the median and the 95th percentile of a question, in milliseconds."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    dice = Random(36)  # noqa: S311 - the bench must be repeatable
    people = names(dice)
    fill(people, rows=rows)
    asked = list(questions(people, dice))
    took = milliseconds(asked)
    if "--verbose" in sys.argv:
        for ms, each in sorted(zip(took, asked, strict=True), key=lambda pair: -pair[0])[:25]:
            sys.stderr.write(f"{ms:8.1f} {each}\n")
    ordered = sorted(took)
    return {
        "experts_p50_ms": ordered[len(ordered) // 2],
        "experts_p95_ms": ordered[len(ordered) * 95 // 100],
    }


def main() -> None:
    """Print the figures as JSON; an empty object where there is no PostgreSQL to ask."""
    found: dict[str, float] = {}
    if bin_folder := programs():
        with cluster(bin_folder) as url:
            os.environ["DATABASE_URL"] = url
            found = measure(int(os.environ.get("BENCH_ROWS", ROWS)))
            from django.db import connections

            connections.close_all()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
