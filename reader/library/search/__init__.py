"""Search: an index written beside the articles, and the engine that answers from it.

Text becomes words in `folding`, and words and fields become terms in `terms`.  `index` writes them, with
`blocks` (bitsets of what is frequent), `vocabulary` (what words there are) and `near_copies`. A query goes
through `grammar` (which makes a `query`), `evaluate` (with `lookup` and `catalogue`), `forgiving` (with
`correction`) where too little is found, and `ranking` and `ordering`; `marking` and `excerpts` show the
matches.
`engine` is the door; nothing outside but the writer of the library uses the rest.
"""
