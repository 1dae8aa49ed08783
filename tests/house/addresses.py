"""The addresses that the house tests walk."""

from config.addresses import FOREIGN, Address, addresses


__all__ = ["FOREIGN", "Address", "addresses"]
