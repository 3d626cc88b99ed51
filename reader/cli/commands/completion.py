"""`reader completion`: completions for the shell, made from the same parser that reads the command line."""

import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator

from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

_SHELLS = ("bash", "zsh", "fish")
_FOLDERS = frozenset({"FOLDER"})
_FILES = frozenset({"FILE", "PATH"})


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help=_("bash, zsh or fish"))


def _run(arguments: Namespace) -> ExitCode:
    sys.stdout.write(completion(arguments.shell))
    return ExitCode.FINE


def completion(shell: str) -> str:
    """The script for `shell`."""
    import shtab

    from reader.cli.whole_parser import whole_parser

    parser = whole_parser()
    for action in _actions(parser):
        if action.metavar in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]  # which shtab looks for
        elif action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    script = shtab.complete(parser, shell)
    if shell == "bash":  # a folder may stand where a command may
        script = script.replace(
            "complete -o bashdefault -F", "complete -o bashdefault -o default -o filenames -F"
        )
    return script


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, _SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)


COMMAND = Command(
    name="completion",
    summary=N_("print completions for bash, zsh or fish"),
    description=N_("""
        Prints a script that completes commands, options, their values, folders and files in
        your shell.  Where it belongs is in the examples; it is read when a shell starts.
    """),
    examples="""
        reader completion bash > ~/.local/share/bash-completion/completions/reader
        reader completion zsh > ~/.zfunc/_reader        # a folder of $fpath, before compinit
        reader completion fish > ~/.config/fish/completions/reader.fish
        source <(reader completion bash)                # for this shell only
    """,
    add_arguments=_add_arguments,
    run=_run,
)
