"""Who and what the articles of a corpus name: counted, joined across articles, and looked up."""
