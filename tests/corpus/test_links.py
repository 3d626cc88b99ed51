"""The links of a file, whatever they are written in."""

from hypothesis import given
from hypothesis import strategies as st

from reader.corpus.links import Link, links_in


def test_links_are_found_in_markdown_html_and_bare_once_each() -> None:
    text = (
        'Selon [le\u00a0journal](https://presse.example/a?b=1 "titre"), voir https://presse.example/c.\n'
        "![photo](https://presse.example/p.jpg) <a class='x' href=\"https://presse.example/d\">ici</a>\n"
        "encore (https://presse.example/c) et javascript:alert(1) et [mal](http://x\x1b[31m)"
    )
    assert links_in(text) == [
        Link("https://presse.example/a?b=1", "le journal"),
        Link("https://presse.example/c", ""),
        Link("https://presse.example/p.jpg", ""),
        Link("https://presse.example/d", "ici"),
    ]


@given(st.text(alphabet="[]()<>a \"'=hrefhttps:/.\x1b", max_size=300))
def test_whatever_stands_there(text: str) -> None:
    assert all(
        link.address.startswith("http") and "\x1b" not in link.address for link in links_in(text.lower())
    )
