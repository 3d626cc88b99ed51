"""The search of a library: folding, index, query language, ranking, excerpts."""
