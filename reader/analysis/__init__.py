"""From an Article to its Analysis: entities and quotations. Pure functions."""
