"""Learns the model that ships; not needed to use Reader.  `python -m
reader.analysis.entities.training --help`."""
