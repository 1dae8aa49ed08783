"""The gallery of components: every state of each, with what an author of templates writes to get it."""
