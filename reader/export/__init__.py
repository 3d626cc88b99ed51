"""Articles written for other programs and for people: Markdown, HTML, CSV, TSV, JSON, JSON Lines, BibTeX."""
