"""Quotations: where they stand, of what kind they are, and who said them."""
