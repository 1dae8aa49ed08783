"""Ministries, agencies, localities, enterprises and training bodies, and who speaks for them."""
