"""
Whole pages kept for visitors who are not signed in, and forgotten the moment what they show changes.

`generation` says which state of the public tables a page was drawn from; `watch` notices every write to
them; `entries` are the stored pages; `middleware` answers from them; `shared` marks the views that may.
"""

from cms.page_cache.shared import shared_page


__all__ = ["shared_page"]
