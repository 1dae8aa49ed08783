"""The accounts of the demonstration, as a list for people and for programs."""

from config.demo.people import ACTORS, PASSWORD


def rows() -> list[dict[str, str]]:
    """Return role, e-mail, password and the key of the authenticator app of every actor."""
    return [
        {
            "role": actor.role.value,
            "email": actor.email,
            "password": PASSWORD,
            "name": actor.name,
            "totp_secret": actor.totp_secret,
        }
        for actor in ACTORS
    ]


def listing() -> str:
    """Return the same as aligned lines of text."""
    return (
        "\n".join(
            f"  {row['role']:<22} {row['email']:<32} {row['password']:<18} {row['totp_secret']}".rstrip()
            for row in rows()
        )
        + "\n"
    )
