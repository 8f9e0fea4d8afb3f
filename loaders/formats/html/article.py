"""Which part of a web page is the article, and what it is called.

The article is the innermost block that holds nearly all of the page's running text: text with stops in it that is
no link (after Kohlschütter et al., Boilerplate Detection using Shallow Text Features, 2010: link density and words).
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_FURNITURE = frozenset(
    (
        "script style noscript nav footer aside iframe button select svg template object video audio textarea canvas "
        "head title"
    ).split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STOPS = re.compile(r"[，。；、：！？]")
_BLOCKS = frozenset({"body", "div", "article", "section", "main", "td", "center", "form", "blockquote"})
_INSIDE = frozenset({"p", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_NEARLY_ALL = 0.85
_TITLE_NAMES = ('meta[name="ArticleTitle" i]', 'meta[property="og:title" i]')
_LONGEST_TITLE = 90


def is_printed(node: LexborNode) -> bool:
    """Whether what stands in an element is to be read: no navigation, no script, nothing hidden."""
    if node.tag in _FURNITURE:
        return False
    told = node.attributes
    return "hidden" not in told and not _HIDDEN.search(told.get("style") or "")


def article(body: LexborNode) -> LexborNode:
    """The innermost block that holds nearly all running text of a page."""
    weights: dict[int, int] = {}
    total = _weigh(body, weights)
    best = body
    node: LexborNode | None = body
    while node is not None:
        if node.tag in _BLOCKS:
            best = node
        heavy = (
            child
            for child in node.iter()
            if child.tag not in _INSIDE and weights.get(child.mem_id, 0) >= _NEARLY_ALL * max(total, 1)
        )
        node = next(heavy, None)
    return best


def title(page: LexborHTMLParser, body: LexborNode) -> str:
    """What the page is called: what it says for machines, else its only first heading; empty when it does not say."""
    for name in _TITLE_NAMES:
        found = page.css_first(name)
        told = (found.attributes.get("content") or "").strip() if found else ""
        if told:
            return told[:_LONGEST_TITLE]
    headings = body.css("h1")
    return " ".join(headings[0].text().split())[:_LONGEST_TITLE] if len(headings) == 1 else ""


def _weigh(node: LexborNode, weights: dict[int, int]) -> int:
    """The length of the running text below a node, links left out."""
    if node.tag == "-text":
        words = node.text_content or ""
        return len(words.strip()) if _STOPS.search(words) else 0
    if node.tag == "a" or not is_printed(node):
        return 0
    weight = sum(_weigh(child, weights) for child in node.iter(include_text=True))
    weights[node.mem_id] = weight
    return weight
