"""Search over all pages: `entries` keeps their words, `finding` asks, `spelling` proposes, `marking` shows."""
