"""What the API says in more than one place."""

from ninja import Schema


class FieldProblem(Schema):
    field: str
    problem: str


class Fault(Schema):
    """Why a request got no answer: one sentence, and the fields that cannot be used if it is about fields."""

    detail: str
    errors: list[FieldProblem] = []


TOO_MANY = Fault(detail="More than 60 questions a minute. Try again in a minute.")
