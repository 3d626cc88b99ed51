"""Reader: read, understand and search a folder of news articles in the terminal."""

__version__ = "0.1.0"
