"""The accounts of the demonstration, as a list for people and for programs."""

from config.demo.people import ACTORS, PASSWORD


def rows() -> list[dict[str, str]]:
    """Return role, e-mail and password of every actor."""
    return [
        {"role": actor.role.value, "email": actor.email, "password": PASSWORD, "name": actor.name}
        for actor in ACTORS
    ]


def listing() -> str:
    """Return the same as aligned lines of text."""
    return (
        "\n".join(f"  {row['role']:<22} {row['email']:<32} {row['password']}" for row in rows())
        + "\n"
    )
