"""What editors meet in Wagtail's admin beyond Wagtail's own: translations, checks, panels."""
