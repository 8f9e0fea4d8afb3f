"""Names of files from strangers."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.file_names import LONGEST, safe_name


@given(st.text(), st.lists(st.text()))
def test_a_name_is_one_visible_step_that_is_not_taken(name, taken):
    found = safe_name(name, taken)
    assert found and "/" not in found and "\\" not in found and not found.startswith((".", "~$"))
    assert found.isprintable() and len(found.encode("utf-8", "replace")) < LONGEST + 20
    assert found.casefold() not in {one.casefold() for one in taken}
    assert safe_name(found) == found or found.casefold() == "corpus.toml"


def test_the_suffix_is_kept():
    assert safe_name("长" * 500 + ".docx").endswith("长.docx")
    assert safe_name("a.b c.txt", ["a.b c.txt"]) == "a.b c-2.txt"
