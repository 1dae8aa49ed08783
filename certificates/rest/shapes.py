"""What the API says in more than one place."""

from ninja import Schema


class Fault(Schema):
    """Why a request got no answer, in one sentence."""

    detail: str


TOO_MANY = Fault(detail="More than 60 questions a minute. Try again in a minute.")
