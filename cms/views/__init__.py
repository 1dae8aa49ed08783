"""Views that are not pages, one module for each capability."""
