"""Who said what in a corpus: every quotation by its speaker, and which of them are the same words."""
