"""The door: how people prove who they are, on which devices, and how they leave for good."""
