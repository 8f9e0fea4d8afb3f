"""What is passed over because no word of a role stands in it gives nobody a role."""

from __future__ import annotations

from pathlib import Path

from knowledge.deadlines.responsible_bodies import each_once
from knowledge.deadlines.role_phrases import PAYS, _clauses, _of_clause, stated_roles
from knowledge.text.clauses import split_outside

CORPUS = Path(__file__).parents[3] / "corpus"
CLAUSES = [
    clause
    for path in sorted(CORPUS.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    for clause in (line, *split_outside(line, "，；。"))
]


def test_no_role_is_passed_over():
    for clause in CLAUSES:
        duties = [part for at, part in enumerate(_clauses(clause)) if not at or not PAYS.match(part)]
        given = [responsible for duty in duties for responsible in _of_clause(duty)]
        assert stated_roles(clause) == each_once(given), clause


def test_some_clauses_give_roles_and_most_do_not():
    giving = [clause for clause in CLAUSES if stated_roles(clause)]
    assert 20 < len(giving) < len(CLAUSES) / 5
