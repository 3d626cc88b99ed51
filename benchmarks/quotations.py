"""Scores quotations and their speakers against articles labelled by hand.

    python -m benchmarks.quotations SHARED [--closed] [--errors] [--names FOLDER]

SHARED is the folder that holds `gold/`, `seeds/` and `data/`.  Prints, for the seeds, press_dev and the
OrangeSum quotes: spans found and spurious; speakers right, wrong, blank; the same for sure ones; by style of
sign, kind and deciding rule; the likeliest speaker of every quotation, terms too (always answering); and how the time
grows from 10 kB to 1 MB.  press_dev and OrangeSum are told by rankers and trees fitted on other outlets (needs the
extra `train`).  `--closed` also measures the parts kept shut, `--errors` prints every wrong speaker.
`benchmarks.quotations_ablation` has the figures without each part.

In the `dev` press names are found by models that did not learn from the outlet (some minutes, unless FOLDER keeps
them); elsewhere by the one that ships.  Only the bound from which speakers are sure was set on all of it.  A speaker
is right as `reader.analysis.quotations.gold.same_speaker` says.  Labels
inside what Reader leaves out of the text (front matter, links) are not scored.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import process_time

from benchmarks.alignment import align
from reader.analysis.entities.recognise import find_mentions_by_rules
from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.extract import quotations_told
from reader.analysis.quotations.gold import (
    GoldArticle,
    GoldQuotation,
    orangesum,
    press,
    right_speaker,
    same_speaker,
    seeds,
)
from reader.analysis.quotations.judge import Judge, judge
from reader.analysis.quotations.training.by_outlet import cross_fitted
from reader.analysis.quotations.training.names import NamesByOthers, names_by_others
from reader.analysis.quotations.training.samples import material
from reader.analysis.types import Quotation
from reader.corpus.read import parse_article


@dataclass(slots=True)
class Score:
    """Counts of one set."""

    spans: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    always: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    nobody: Counter[str] = field(default_factory=Counter)
    groups: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def measure(
    articles: Iterable[GoldArticle], others: NamesByOthers, judges: dict[str, Judge], *, errors: bool
) -> Score:
    """The score of `articles`, each told by the judge of its outlet, or the one that ships."""
    score = Score()
    for gold in articles:
        article = parse_article(gold.name, gold.text.encode("utf-8"))
        alignment = align(gold.text, article.text)
        until = next(
            (place + 1 for at in range(gold.until - 1, -1, -1) if (place := alignment.place(at)) is not None),
            0,
        )
        names = others.mentions(article, gold.outlet)
        told = quotations_told(article, names, judges.get(gold.outlet, judge()))
        found = {(one.start, one.end): (one, why) for one, why in told if one.end <= until}
        labels = {}
        for label in gold.quotations:
            span = alignment.span(label.start, label.end)
            if span is None or span[1] - span[0] < (label.end - label.start) * 0.8:
                score.spans["left out"] += 1
            else:
                labels[span] = label
        score.spans["found"] += len(labels.keys() & found.keys())
        score.spans["spurious"] += len(found.keys() - labels.keys())
        score.spans["missed"] += len(labels.keys() - found.keys())
        for span, label in labels.items():
            quotation, why = found.get(span, (None, None))
            _count(score, gold, article.text[span[0] : span[1]], label, quotation, why)
            if errors and quotation is not None and right_speaker(label, quotation.speaker) == "wrong":
                _print_error(article.text, label, quotation, why)
        if errors:
            for span in sorted(labels.keys() ^ found.keys()):
                print(f"  span {gold.name}: {article.text[span[0] : span[1]]!r}")
    return score


def _count(
    score: Score,
    gold: GoldArticle,
    text: str,
    label: GoldQuotation,
    quotation: Quotation | None,
    why: Attribution | None,
) -> None:
    speaker = quotation.speaker if quotation else None
    verdict = right_speaker(label, speaker)
    if quotation is not None:
        score.kinds["right" if quotation.kind in label.kinds else "wrong"] += 1
    if not label.speakers:
        score.nobody["told" if speaker else "silent"] += 1
        score.nobody["told as sure"] += bool(speaker and speaker.sure)
        return
    score.speakers[verdict] += 1
    likeliest = why.voice if why else None
    if likeliest is None:
        score.always["blank"] += 1
    else:
        score.always["right" if same_speaker(label, likeliest.name) else "wrong"] += 1
    if speaker is not None and speaker.sure:
        score.sure[verdict] += 1
    rule = why.anchor.votes[0].rule if why and why.anchor and speaker else "none"
    kind = "/".join(sorted(label.kinds))
    for group in (f"outlet {gold.outlet}", f"style {text[:1]}", f"kind {kind}", f"rule {rule}"):
        score.groups[group][verdict] += 1
        score.groups[group]["sure " + verdict] += bool(speaker and speaker.sure)


def _print_error(text: str, label: GoldQuotation, quotation: Quotation, why: Attribution | None) -> None:
    rule = why.anchor.votes[0].rule if why and why.anchor else "?"
    speaker = quotation.speaker
    assert speaker is not None
    sure = "sure" if speaker.sure else "probable"
    before, after = (
        text[max(0, quotation.start - 120) : quotation.start],
        text[quotation.end : quotation.end + 90],
    )
    said = text[quotation.start : quotation.end][:50]
    print(
        f"  {sure} {speaker.name!r} for {label.speakers or ('nobody',)} by {rule}: {before!r} [{said}] {after!r}"
    )


def report(name: str, score: Score) -> None:
    """Prints a set's figures."""
    spans, speakers, sure = score.spans, score.speakers, score.sure
    precision = spans["found"] / max(1, spans["found"] + spans["spurious"])
    recall = spans["found"] / max(1, spans["found"] + spans["missed"])
    total = sum(speakers.values())
    told = sure["right"] + sure["wrong"]
    print(f"== {name}")
    print(
        f"spans: {spans['found']} found, {spans['missed']} missed, {spans['spurious']} spurious: "
        f"P {precision:.1%} R {recall:.1%} ({spans['left out']} labels in what is left out)"
    )
    print(f"kinds: {score.kinds['right'] / max(1, sum(score.kinds.values())):.1%} right")
    print(
        f"speakers of {total}: {speakers['right']} right, {speakers['wrong']} wrong, {speakers['blank']} blank "
        f"({speakers['right'] / max(1, total):.1%} right)"
    )
    always = score.always
    print(
        f"always answering: {always['right']} right, {always['wrong']} wrong, {always['blank']} blank "
        f"({always['right'] / max(1, total):.1%} right)"
    )
    print(
        f"sure: {sure['right']} right, {sure['wrong']} wrong "
        f"({told / max(1, total):.1%} of all, {sure['right'] / max(1, told):.1%} right)"
    )
    print(
        f"said by nobody: {score.nobody['silent']} left so, {score.nobody['told']} given a speaker, "
        f"{score.nobody['told as sure']} of them as sure"
    )
    for group, counts in sorted(score.groups.items()):
        if sum(counts[verdict] for verdict in ("right", "wrong", "blank")) >= 5:
            print(
                f"  {group:28} {counts['right']:4} right {counts['wrong']:4} wrong {counts['blank']:4} blank;"
                " "
                f"sure {counts['sure right']:4} right {counts['sure wrong']:4} wrong"
            )


def _judges(shared: Path, others: NamesByOthers) -> dict[str, Judge]:
    """For each outlet of the dev parts, a judge that never saw it; its bounds are those that ship."""
    shipped = judge()
    fitted = cross_fitted(material(shared, others))
    return {
        outlet: Judge(
            ranker, fitted.forests[outlet], fitted.confidences[outlet], shipped.sure, shipped.silent
        )
        for outlet, ranker in fitted.rankers.items()
    }


def linear(shared: Path) -> str:
    """Seconds a character in 10 kB and in 1 MB of one article, and their ratio; of computing, by the rules' names."""
    labelled = list(press(shared, "dev"))
    seconds = []
    for size in (10_000, 1_000_000):
        text = "\n".join(gold.text for gold in labelled)
        text = (text * (size // len(text) + 1))[:size]
        article = replace(labelled[0], text=text).article()
        names = find_mentions_by_rules(article)
        begun = process_time()
        quotations_told(article, names, judge())
        seconds.append((process_time() - begun) / len(article.text))
    ratio = seconds[1] / seconds[0]
    return (
        f"{seconds[0] * 1e6:.1f} µs a character in 10 kB, {seconds[1] * 1e6:.1f} in 1 MB: {ratio:.2f} times"
    )


def _sets(shared: Path, *, closed: bool) -> Iterator[tuple[str, Iterator[GoldArticle]]]:
    yield "seeds", seeds(shared)
    yield "press_dev, by outlet", press(shared, "dev")
    yield "orangesum dev", orangesum(shared, "dev")
    if closed:
        yield "press_dev shut", press(shared, "shut")
        yield "orangesum test", orangesum(shared, "test")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--closed", action="store_true", help="also the parts kept shut")
    parser.add_argument("--errors", action="store_true", help="print every wrong speaker and span")
    parser.add_argument("--names", type=Path, help="a folder for the models of names of other outlets")
    options = parser.parse_args()
    others = names_by_others(options.shared, options.names)
    judges = _judges(options.shared, others)
    for name, articles in _sets(options.shared, closed=options.closed):
        report(name, measure(articles, others, judges, errors=options.errors))
    print(linear(options.shared))


if __name__ == "__main__":
    main()
