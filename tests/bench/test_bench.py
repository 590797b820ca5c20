"""What is measured is told truly. How long anything takes is no test."""

from __future__ import annotations

import json
import platform
import sys
from enum import Enum
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any, cast

import pytest
from attrs import evolve

from benchmarks import __main__, fresh
from benchmarks.__main__ import SUITES
from benchmarks.candidate import Candidate
from benchmarks.claim import Claim, Figures
from benchmarks.fresh import rounds_of, run
from benchmarks.page import written_into
from benchmarks.peers.stock import PACKAGE
from benchmarks.programs import reading
from benchmarks.result import Result
from benchmarks.suite import Suite
from benchmarks.table import as_json, as_text
from mews_connector import models
from mews_runtime import Model
from mews_runtime._fields import fields_of
from support.examples import OPERATIONS
from support.readme import ROOT

FIGURES = {"ours": {"ms": 60.0}, "theirs": {"ms": 150.0, "KiB": 2048.0}}
TWICE_AS_FAST = Claim(figure="ms", of="theirs", to="ours", at_least=2)
WITHIN_50_MS = Claim(figure="ms", of="ours", at_most=50)
SUITE = Suite(
    title="Reading",
    measured="Time.",
    candidates=[Candidate(what="ours", program="p"), Candidate(what="theirs", program="q")],
    claims=[TWICE_AS_FAST, WITHIN_50_MS],
)
RESULT = Result(SUITE, [FIGURES])

PAGE = """# Speed

<!-- Measured by `make bench`: Reading -->
What was measured before.
<!-- Measured until here -->

Why that is so.
"""


@pytest.mark.parametrize(
    ("claim", "measured", "verdict"),
    [
        (Claim(figure="ms", of="theirs", to="ours", at_least=2.5), 2.5, "holds"),
        (Claim(figure="ms", of="theirs", to="ours", at_least=2.6), 2.5, "falls short"),
        (Claim(figure="ms", of="ours", to="theirs", at_most=0.4), 0.4, "holds"),
        (Claim(figure="ms", of="ours", to="theirs", at_most=0.3), 0.4, "falls short"),
        (Claim(figure="ms", of="ours", at_most=60), 60.0, "holds"),
        (Claim(figure="KiB", of="theirs", at_most=16), 2048.0, "falls short"),
    ],
    ids=lambda each: each.budget if isinstance(each, Claim) else "",
)
def test_a_claim_is_judged_by_a_figure_or_a_ratio(
    claim: Claim, measured: float, verdict: str
) -> None:
    assert claim.measured([FIGURES]) == measured
    assert claim.verdict([FIGURES]) == verdict


# A slow spell that meets both, and one that meets one of them only.
SLOW = [FIGURES, {"ours": {"ms": 180.0}, "theirs": {"ms": 450.0}}]
ONCE = {"ours": {"ms": 60.0}, "theirs": {"ms": 900.0}}


@pytest.mark.parametrize(
    ("claim", "rounds", "measured"),
    [
        (TWICE_AS_FAST, SLOW, 2.5),
        (TWICE_AS_FAST, [*SLOW, ONCE], 2.5),
        (WITHIN_50_MS, SLOW, 180.0),
        (Claim(figure="ms", of="ours", at_least=50), SLOW, 60.0),
    ],
)
def test_ratios_are_taken_within_a_round_and_figures_alone_in_the_worst(
    claim: Claim, rounds: list[Figures], measured: float
) -> None:
    assert claim.measured(rounds) == measured


def test_tables_say_which_budgets_hold() -> None:
    assert as_text(RESULT).splitlines() == [
        "Reading",
        "Time.",
        "",
        "Candidate      ms    KiB",
        "ours        60.00",
        "theirs     150.00  2,048",
        "",
        "Claim              Measured      Budget",
        "ms, theirs / ours      2.50  at least 2        holds",
        "ms, ours              60.00  at most 50  falls short",
    ]


def test_every_figure_is_kept() -> None:
    kept = json.loads(as_json([RESULT]))["Reading"]

    assert kept["figures"] == FIGURES
    assert kept["rounds"] == [FIGURES]
    assert kept["claims"][0] == {
        "figure": "ms",
        "of": "theirs",
        "to": "ours",
        "at_least": 2,
        "at_most": None,
        "measured": 2.5,
        "holds": True,
    }
    assert [claim["holds"] for claim in kept["claims"]] == [True, False]


def test_a_page_has_its_figures_replaced_and_its_words_left() -> None:
    page = written_into(PAGE, [RESULT], "Measured today.")

    assert "before" not in page
    assert "| Candidate | ms | KiB |\n| --- | --: | --: |\n| ours | 60.00 |  |\n" in page
    assert "| ms, ours | 60.00 | at most 50 | falls short |\n\nMeasured today.\n" in page
    assert page.endswith("\nWhy that is so.\n")
    assert written_into(page, [RESULT], "Measured today.") == page


def test_a_page_without_a_place_for_a_suite_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no place for it between .*: Reading"):
        written_into("# Speed\n", [RESULT], "Measured today.")


def test_candidates_take_turns_and_the_first_round_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = iter([900.0, 9.0, 10.0, 1.0, 30.0, 3.0, 20.0, 2.0])
    ran: list[tuple[str, str]] = []

    def told(candidate: Candidate, python: str, _: Path) -> dict[str, float]:
        ran.append((candidate.what, python))
        return {"ms": next(figures)}

    monkeypatch.setattr(fresh, "run", told)
    pythons = {"client": "python", "plain": "plain python"}

    assert rounds_of(SUITE, pythons=pythons, rounds=3, folder=tmp_path) == [
        {"ours": {"ms": 10.0}, "theirs": {"ms": 1.0}},
        {"ours": {"ms": 30.0}, "theirs": {"ms": 3.0}},
        {"ours": {"ms": 20.0}, "theirs": {"ms": 2.0}},
    ]
    assert ran == [("ours", "python"), ("theirs", "python")] * 4


def test_a_program_that_fails_is_an_error_and_no_figure(tmp_path: Path) -> None:
    unknown = Candidate(what="unknown", program="imports", arguments=("nothing like it",))

    with pytest.raises(CalledProcessError):
        run(unknown, sys.executable, tmp_path)


def measured(*_: object, **__: object) -> list[Figures]:
    return [FIGURES]


def test_the_command_prints_the_tables_and_writes_them_where_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "SUITES", {SUITE.title: SUITE})
    monkeypatch.setattr(__main__, "rounds_of", measured)
    figures, page = tmp_path / "figures.json", tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")

    arguments = ["--only", "Reading", "--json", str(figures), "--markdown", str(page)]
    monkeypatch.setattr(sys, "argv", ["make bench", *arguments])
    __main__.main()

    assert capsys.readouterr().out == as_text(RESULT) + "\n\n"
    assert json.loads(figures.read_text(encoding="utf-8")).keys() == {"Reading"}
    written = page.read_text(encoding="utf-8")
    assert "| ours | 60.00 |  |" in written
    assert f"CPython {platform.python_version()}" in written


def test_the_page_of_the_documentation_has_a_place_for_every_suite() -> None:
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")

    for title in SUITES:
        assert written_into(page, [Result(evolve(SUITE, title=title), [FIGURES])], "") != page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench")
    for need in dict.fromkeys(need for suite in SUITES.values() for need in suite.needs):
        need(made)
    return made


CANDIDATES = [
    pytest.param(title, candidate, id=f"{title}: {candidate.what}")
    for title, suite in SUITES.items()
    for candidate in suite.candidates
]


@pytest.mark.parametrize(("title", "candidate"), CANDIDATES)
def test_a_candidate_tells_the_figures_that_claims_are_about(
    title: str, candidate: Candidate, folder: Path
) -> None:
    brief = evolve(candidate, arguments=candidate.brief or candidate.arguments)

    figures = run(brief, sys.executable, folder)

    claims = SUITES[title].claims
    assert {it.figure for it in claims if candidate.what in (it.of, it.to)} <= figures.keys()
    assert figures
    assert all(isinstance(figure, int | float) for figure in figures.values())


@pytest.mark.parametrize("peer", ["pydantic", "msgspec"])
def test_peers_read_all_that_the_client_reads(
    peer: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])
    body = (folder / "payments.json").read_bytes()

    theirs, ours = reading.CANDIDATES[peer]()(body), reading.CANDIDATES["mews_connector"]()(body)

    assert_equal(theirs, ours)


def assert_equal(theirs: Any, ours: Any) -> None:
    """What both say, down to the types of identifiers, instants and amounts."""
    if isinstance(ours, list):
        for their, our in zip(theirs, cast("list[object]", ours), strict=True):
            assert_equal(their, our)
    elif isinstance(ours, Model):
        for field in fields_of(type(ours)):
            assert_equal(getattr(theirs, field.name), getattr(ours, field.name))
    else:
        assert theirs == ours
        assert isinstance(theirs, Enum) or type(theirs) is type(ours)


def test_the_page_is_large_and_varied(folder: Path) -> None:
    page = models.PaymentsGetAllResult.from_json((folder / "payments.json").read_bytes())

    told = [payment.data for payment in page.payments]
    assert len(told) == 1000
    assert {each.discriminator for each in told if each} == {*models.PaymentDataDiscriminator}
    assert None in told
    assert any(each and each.credit_card and each.credit_card.transaction for each in told)


def test_the_stock_client_has_every_operation(folder: Path) -> None:
    modules = {path.stem for path in (folder / PACKAGE / "api").glob("*/[!_]*.py")}

    assert len(modules) == len(OPERATIONS)
