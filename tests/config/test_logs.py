"""One line of JSON per event."""

import json
import logging
import sys

from structlog.contextvars import bound_contextvars

from config.logs import formatter


def _line(message, *args, exc_info=None):
    record = logging.LogRecord(
        "exams.tasks", logging.WARNING, __file__, 1, message, args, exc_info
    )
    return formatter().format(record)


def test_an_event_is_one_line_of_json_with_time_level_logger_and_request():
    with bound_contextvars(request="abc123"):
        line = _line("Bài thi của %s\nđã nộp", "Ẩn")
    assert "\n" not in line
    assert "Bài thi của Ẩn" in line
    event = json.loads(line)
    assert event["event"] == "Bài thi của Ẩn\nđã nộp"
    assert (event["level"], event["logger"]) == ("warning", "exams.tasks")
    assert event["request"] == "abc123"
    assert event["timestamp"].endswith("Z")


def test_an_error_stands_in_the_same_line_with_its_traceback():
    try:
        int("hỏng")
    except ValueError:
        line = _line("failed", exc_info=sys.exc_info())
    assert "\n" not in line
    assert "ValueError" in json.loads(line)["exception"]
