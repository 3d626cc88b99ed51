"""Figures about Reader: quality against gold labels, and speed against peers in the same run."""
