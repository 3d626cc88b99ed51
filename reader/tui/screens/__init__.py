"""The main screen, and those that stand over it for a moment."""
