"""What the reader can set: declared once, read from a file, the environment and the command line.

To add a setting, declare it in `reader/settings/declared.py`, one statement:

    JUSTIFY = declare("reading.justify", Switch(), default=False, doc=N_("Even right edge of the text."))

It is then known to the file (`[reading]` / `justify = true`), to the environment (`READER_READING_JUSTIFY=1`),
to the command line (`--set reading.justify=true`), to `reader settings` and to the documentation.  Where it is
needed, ask for it:

    from reader.settings import declared, settings

    if settings()[declared.JUSTIFY]: ...

Tests set values with the fixture `set_settings` of `tests/conftest.py`.
"""

from reader.settings.reading import Origin, Settings, load, settings, use

__all__ = ["Origin", "Settings", "load", "settings", "use"]
