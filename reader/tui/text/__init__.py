"""How an article becomes lines of cells: wrapping, the page, a row of the list.  No Textual here."""
