"""The guide to the API is a page of ours: complete, in both languages, and it loads nothing from elsewhere."""

import re

import pytest

from config.api import api
from config.api_guide import kind_of, operations, shape_of, shapes


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "word"), [("/api/", "Kết quả trả về"), ("/en/api/", "What is answered")]
)
def test_every_operation_and_shape_stands_on_the_page(client, address, word):
    page = client.get(address).content.decode()
    document = api.get_openapi_schema()
    for path in document["paths"]:
        assert f"<code>GET {path}</code>" in page or path in page
    for name in document["components"]["schemas"]:
        assert f'id="{name}"' in page
    assert word in page
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


@pytest.mark.django_db
def test_the_page_loads_nothing_from_another_host(client):
    page = client.get("/api/").content.decode()
    loaded = re.findall(r'<(?:script|img)[^>]+src="([^"]+)"', page)
    loaded += re.findall(r'<link rel="(?:stylesheet|preload|icon)"[^>]*href="([^"]+)"', page)
    assert len(loaded) > 5
    assert [each for each in loaded if not each.startswith("/")] == []
    assert "jsdelivr" not in page


@pytest.mark.django_db
def test_where_the_guide_was_looked_for_leads_to_it(client):
    assert client.get("/api/v1/docs").headers["Location"] == "/api/"


def test_an_operation_shows_how_it_is_asked(settings):
    settings.SITE_URL = "https://x.example"
    document = {
        "paths": {
            "/a/{b}": {
                "post": {
                    "operationId": "make",
                    "requestBody": {
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/In"}}
                        }
                    },
                    "security": [{"bearer": []}],
                    "responses": {201: {"description": "Created"}, 418: {"description": "Teapot"}},
                }
            }
        }
    }
    (one,) = operations(document)
    assert one.example == (
        "curl -X POST -H 'Authorization: Bearer {token}' "
        "-H 'Content-Type: application/json' -d @body.json 'https://x.example/a/{b}'"
    )
    assert [(each.status, each.words) for each in one.answers] == [
        ("201", "Đã tạo"),
        ("418", "Teapot"),
    ]
    assert list(shapes(document)) == []


@pytest.mark.parametrize(
    ("node", "kind", "shape"),
    [
        ({"type": "string"}, "chuỗi ký tự", ""),
        ({"type": "string", "format": "date"}, "ngày (YYYY-MM-DD)", ""),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "số nguyên hoặc null", ""),
        ({"type": "array", "items": {"$ref": "#/components/schemas/X"}}, "danh sách X", "X"),
        ({"anyOf": [{"$ref": "#/components/schemas/Y"}, {"type": "null"}]}, "Y hoặc null", "Y"),
        ({"enum": ["a", "b"]}, "a hoặc b", ""),
        ({}, "giá trị bất kỳ", ""),
    ],
)
def test_kinds_of_values_are_told_in_words(node, kind, shape):
    assert (kind_of(node), shape_of(node)) == (kind, shape)


def test_what_is_sent_as_a_form_is_shown_with_its_fields():
    asked = {one.path: one for one in operations(api.get_openapi_schema())}["/api/v1/files"]
    assert [(each.name, each.required) for each in asked.values] == [
        ("file", True),
        ("name", False),
    ]
    assert "-X POST -F 'file={file}' -F 'name={name}' " in asked.example
