"""Results for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from attrs import asdict

from benchmarks.result import Result

__all__ = ["as_json", "as_markdown", "as_text"]


def as_text(result: Result) -> str:
    """The title, what is measured, and the tables with their columns aligned."""
    head = f"{result.suite.title}\n{result.suite.measured}"
    return "\n\n".join([head, *("\n".join(_aligned(table)) for table in _tables(result))])


def as_markdown(result: Result) -> str:
    """What is measured, and the tables as Markdown has them."""
    return "\n\n".join(
        [result.suite.measured, *("\n".join(_marked(table)) for table in _tables(result))]
    )


def as_json(results: Iterable[Result]) -> str:
    """Every figure, by the title of its suite."""
    return json.dumps(
        {
            result.suite.title: {
                "what": result.suite.measured,
                "figures": result.figures,
                "rounds": result.rounds,
                "claims": [
                    asdict(claim)
                    | {
                        "measured": claim.measured(result.rounds),
                        "holds": claim.holds(result.rounds),
                    }
                    for claim in result.suite.claims
                ],
            }
            for result in results
        },
        indent=2,
    )


def _tables(result: Result) -> Iterator[list[list[str]]]:
    suite, figures = result.suite, result.figures
    names = list(dict.fromkeys(name for told in figures.values() for name in told))
    yield [
        ["Candidate", *names],
        *([what, *(_number(told.get(name)) for name in names)] for what, told in figures.items()),
    ]
    if suite.claims:
        yield [
            ["Claim", "Measured", "Budget", ""],
            *(
                [
                    it.about,
                    _number(it.measured(result.rounds)),
                    it.budget,
                    it.verdict(result.rounds),
                ]
                for it in suite.claims
            ),
        ]


def _number(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,.0f}" if abs(figure) >= 1000 else f"{figure:.2f}"


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for what, *cells in table:
        padded = (f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([f"{what:{widths[0]}}", *padded]).rstrip()


def _marked(table: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *rows = table
    for cells in (head, ["---", *("--:" for _ in head[1:])], *rows):
        yield f"| {' | '.join(cells)} |"
