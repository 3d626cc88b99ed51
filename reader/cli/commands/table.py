"""Every command, by name, in the order of `reader --help`."""

from reader.cli.command import Command
from reader.cli.commands import (
    completion,
    entities,
    entity,
    export,
    index,
    keys,
    listing,
    paths,
    quotes,
    search,
    settings,
    shelf,
    show,
)

COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (
        index,
        listing,
        search,
        show,
        entities,
        entity,
        quotes,
        export,
        settings,
        shelf,
        keys,
        paths,
        completion,
    )
}
