"""Sends the terminal only what differs from what it shows: see `docs/wire.md`."""
