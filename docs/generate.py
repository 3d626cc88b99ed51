"""Makes what is generated of the documentation, from the program itself: `python docs/generate.py`.

The lists of keys and of settings, the picture of the house, and the pictures of the screens.  With `--check`,
says which of them are not what the program says and shows now (exit code 1 if any); with `--pages`, leaves
the pictures of the screens out.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
MADE = "<!-- Made by docs/generate.py: change the program, not this page. -->\n\n"


def keys_page() -> str:
    """Every command with its name, its keys, and those that the presets give it."""
    from reader.tui.commands import COMMANDS, Where, commands_for
    from reader.tui.key_names import key_label
    from reader.tui.keyboard import PRESETS, resolved

    others = [name for name in PRESETS if name != "reader"]
    boards = {name: resolved(name, {})[0] for name in PRESETS}
    heads = ["keys", "what it does", "name", *others]
    lines = [
        f"{MADE}# Keys\n",
        "`?` in the app shows the keys of the pane you are in first, and filters them as you type; `:` finds a",
        "command by its name, in French or English.  `reader keys` prints them.\n",
        "Every key can be changed by the name of its command, in the file that `reader settings --edit` opens:\n",
        '```toml\nkeyboard = "vim"          # reader, newsboat or vim\n\n[keys]\nstar = ["s", "F5"]\n'
        "unfold = []               # no key: the command is still in the palette\n```\n",
        "A key gives one command in a place: yours goes before a preset's, a preset's before Reader's own.  What",
        "two commands want is told once when Reader opens, with the file.  The columns of the presets show what",
        "they change.  Where one types (search box, note, question), `Enter`, `Esc` and the arrows are fixed.",
    ]
    for pane, title in (
        (Where.LIST, "In the list"),
        (Where.READING, "In the article"),
        (Where.BOTH, "In both"),
        (Where.VOICES, "In who said what"),
        (Where.ENTITY, "On the page of a name"),
        (Where.REPORTS, "Among the same words"),
        (Where.CHOICES, "In any list that letters filter"),
        (Where.ENTITIES, "In the index of all names"),
    ):
        lines.append(f"\n## {title}")
        if shared := [f"`{one.name}`" for one in commands_for(pane) if pane in one.also]:
            lines.append(f"\nAs elsewhere: {', '.join(shared)}.")
        if own := [one for one in COMMANDS if one.where is pane]:
            lines.append(f"\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
        for one in own:
            shown = {
                name: " ".join(f"`{key_label(key)}`" for key in boards[name][one.name]) for name in boards
            }
            changed = [shown[name] if shown[name] != shown["reader"] else "" for name in others]
            row = [shown["reader"], one.help, f"`{one.name}`", *changed]
            lines.append("| " + " | ".join(cell.replace("`|`", "`\\|`") for cell in row) + " |")
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    """Every setting: what it may hold, its default, its variable, what it is for."""
    from reader.cli.commands.settings import toml
    from reader.settings.declared import SETTINGS

    lines = [
        f"{MADE}# Settings\n",
        "Nothing needs to be set.  `reader settings` prints every setting with its value and where it comes from;",
        "`reader settings --edit` opens your file, with every setting in it as a comment; `--path` says where it",
        "is (`~/.config/reader/settings.toml`, or under `XDG_CONFIG_HOME`).\n",
        "Four places can set a value, the later one goes before the earlier: the default, the file, a variable of",
        "the environment, `--set KEY=VALUE` on the command line.  What is not understood is told in one line with",
        "file, line, key and what was expected, and is passed over: it never stops Reader.\n",
        "| setting | default | may be | variable | what it is for |\n|---|---|---|---|---|",
    ]
    for one in SETTINGS.values():
        row = [f"`{one.key}`", f"`{toml(one.default)}`", one.kind.expected(), f"`{one.variable}`", one.doc]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    lines += [
        "\n## Themes of your own\n",
        "A file `themes/NAME.toml` beside the settings is a theme.  It may say only what differs from another one;",
        "the names of the variables stand in `styles/themes/dark.toml`.  A file that is no theme is told by name,",
        "and the others go on working.\n",
        '```toml\nextends = "dark"\n\n[variables]\nkey = "#00ffcc"\nquote = "#ffe08a"\n```\n',
        "`NO_COLOR` and `TERM=linux` take the terminal's own colours whatever `COLORTERM` says, unless you name a",
        "theme.  Nothing is told by colour alone.",
    ]
    return "\n".join(lines) + "\n"


def house_picture() -> str:
    """The layers, as `import-linter` holds them to, from the roof to the ground."""
    about = {
        "cli": "the command line", "tui": "the screen: panes, keys, themes",
        "export": "articles in other formats",
        "library": "index, search, names across articles; the shelf",
        "analysis": "an article's names and quotations", "corpus": "from files to articles",
        "settings": "what can be set", "places": "where things live", "resources": "what is shipped",
        "language": "French and English", "system_words": "what the system says, in French too",
    }  # fmt: skip
    contracts = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    parts: list[str] = []
    width, height, gap = 680, 52, 14
    for number, layer in enumerate(layers):
        rooms = [room.strip().removeprefix("reader.") for room in layer.replace("|", ":").split(":")]
        y, room_width = 20 + number * (height + gap), (width - gap * (len(rooms) - 1)) / len(rooms)
        for at, room in enumerate(rooms):
            x = 20 + at * (room_width + gap)
            parts.append(
                f'<rect x="{x:g}" y="{y}" width="{room_width:g}" height="{height}" rx="6"/>'
                f'<text x="{x + 14:g}" y="{y + 22}" class="name">{room}</text>'
                f'<text x="{x + 14:g}" y="{y + 41}">{about.get(room, "")}</text>'
            )
        if number:
            parts.append(f'<path d="M360 {y - gap} v{gap - 4} m-4 -5 l4 5 l4 -5"/>')
    tall = 40 + len(layers) * (height + gap) - gap
    style = (
        "rect{fill:#faf8f3;stroke:#a0522d}text{font:13px sans-serif;fill:#24221e}"
        ".name{font-weight:bold;font-family:monospace;font-size:15px}path{fill:none;stroke:#a0522d}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 40} {tall}" role="img" '
        f'aria-label="The layers of Reader; each knows only those under it"><style>{style}</style>'
        f'<rect width="{width + 40}" height="{tall}" style="fill:#ffffff;stroke:none"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def screens() -> Iterator[tuple[str, str]]:
    """The name and the SVG of each picture of a screen."""
    sys.path.insert(0, os.fspath(HERE))
    from pictures import PICTURES, picture

    from reader.library.indexing import index
    from reader.resources import resource_folder

    with tempfile.TemporaryDirectory() as kept:
        library_file = Path(kept) / "sample.sqlite"
        index(resource_folder("sample_corpus"), library_file)
        for name, (size, keys) in PICTURES.items():
            yield name, asyncio.run(picture(library_file, Path(kept) / f"{name}.shelf", size, keys))


def generated(*, pictures: bool) -> Iterator[tuple[str, str]]:
    """The name and the content of all that is generated."""
    from reader import language, settings

    language.use("en")
    settings.use(settings.load(None, {}, {"hints": "no"}))
    yield "keys.md", keys_page()
    yield "settings.md", settings_page()
    yield "house.svg", house_picture()
    if pictures:
        yield from screens()


def main() -> int:
    """Makes or checks everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--pages", action="store_true")
    arguments = parser.parse_args()
    stale = 0
    for name, content in generated(pictures=not arguments.pages):
        file = HERE / name
        if not arguments.check:
            file.write_text(content, "utf-8")
        elif not file.exists() or file.read_text("utf-8") != content:
            print(f"docs/{name} is not current: run python docs/generate.py", file=sys.stderr)
            stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
