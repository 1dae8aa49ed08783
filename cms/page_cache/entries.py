"""Stored pages: as they are, and packed for lines that are slow."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from cms.page_cache.generation import CACHE


# What a page says of the time ("open now") is never older than this; changes are seen at once.
SECONDS = 60
KEPT_HEADERS = ("Content-Type", "Content-Language", "Link")
PACKED_FROM = 500  # bytes


@dataclass(frozen=True)
class Entry:
    """One page as it was drawn, and the mark of the state it was drawn from."""

    generation: str
    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]
    etag: str

    @classmethod
    def of(cls, response: HttpResponse, generation: str) -> "Entry":
        """Return the page of an answer, packed in each way."""
        body = response.content
        bodies = {"": body}
        if len(body) >= PACKED_FROM:
            bodies["br"] = brotli.compress(body, quality=5)
            bodies["gzip"] = gzip.compress(body, compresslevel=6, mtime=0)
        headers = tuple((name, response[name]) for name in KEPT_HEADERS if name in response)
        return cls(generation, headers, bodies, hashlib.sha256(body).hexdigest()[:20])

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return the page packed as the browser asks, or 304 if it has this very page."""
        coding = self._coding(request.headers.get("Accept-Encoding", ""))
        etag = f'"{self.etag}{coding and "-" + coding}"'
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            response = HttpResponse(status=304)
        else:
            response = HttpResponse(self.bodies[coding])
            for name, value in self.headers:
                response[name] = value
            if coding:
                response["Content-Encoding"] = coding
        response["ETag"] = etag
        response["Cache-Control"] = "private, no-cache"
        patch_vary_headers(response, ("Cookie", "Accept-Encoding"))
        return response

    def _coding(self, accepted: str) -> str:
        asked = {
            part.partition(";")[0].strip().lower()
            for part in accepted.split(",")
            if not part.replace(" ", "").endswith(";q=0")
        }
        return next((name for name in ("br", "gzip") if name in asked & self.bodies.keys()), "")


def key_of(request: HttpRequest) -> str:
    """Return under which key the page of a request is stored: what the page may depend on."""
    scheme = request.COOKIES.get("scheme", "")
    parts = (request.scheme, request.get_host(), request.get_full_path(), scheme)
    return "page:" + hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def find(key: str, generation: str) -> Entry | None:
    """Return the stored page, if it was drawn from the present state."""
    entry = caches[CACHE].get(key)
    return entry if isinstance(entry, Entry) and entry.generation == generation else None


def keep(key: str, entry: Entry) -> None:
    """Store a page."""
    caches[CACHE].set(key, entry, SECONDS)
