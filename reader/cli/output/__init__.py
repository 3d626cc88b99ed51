"""How results are printed: plain when piped, in columns and colours on a terminal, or as JSON."""
