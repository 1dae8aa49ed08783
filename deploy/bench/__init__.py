"""`make bench`: each figure beside its yardstick, as a ratio, because machines differ."""
