"""Which part of a web page is the article, and what it is called.

The article is the innermost block that holds nearly all of the page's running text: text with stops in it that is
no link (after Kohlschütter et al., Boilerplate Detection using Shallow Text Features, 2010: link density and words).
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.lazy_pattern import lazy_pattern

_FURNITURE = frozenset(
    (
        "script style noscript nav footer aside iframe button select svg template object video audio textarea canvas "
        "head title"
    ).split()
)
_HIDDEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STOPS = lazy_pattern(r"[，。；！？]")
# What the editors of the usual systems of public bodies (TRS, UCAP, 博达) put the article in.
_CONTAINER = lazy_pattern(
    r"(?:^|\s)(?:TRS_Editor|TRS_UEDITOR|UCAP-CONTENT|zoom|zoomcon|v_news_content|(?:article|news|pages)[-_]?content)(?:\s|$)",
    re.IGNORECASE,
)
_HOLDS_SOME = 0.2  # of the running text: what stands around a short article may have as much
_ANNEX = lazy_pattern(r"附\s?件")
_MANY_LINKS = 2
_LINKED = 0.5  # of the words of navigation
_BLOCKS = frozenset({"body", "div", "article", "section", "main", "td", "center", "form", "blockquote"})
_INSIDE = frozenset({"p", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_NEARLY_ALL = 0.85
_DATE_NAMES = (
    'meta[name="PubDate" i]',
    'meta[name="publishdate" i]',
    'meta[property="article:published_time" i]',
)
_DATE = lazy_pattern(r"20\d\d([-./])\d{1,2}\1\d{1,2}|20\d\d年\d{1,2}月\d{1,2}日")
_TITLE_NAMES = ('meta[name="ArticleTitle" i]', 'meta[property="og:title" i]')
_LONGEST_TITLE = 90
_LONGEST_NAVIGATION = 2000


def is_printed(node: LexborNode) -> bool:
    """Whether what stands in an element is to be read: no navigation, no script, nothing hidden."""
    if node.tag in _FURNITURE:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def article(body: LexborNode) -> LexborNode:
    """The block that the page's editor names as its article, else the innermost with nearly all running text."""
    weights: dict[int, int] = {}
    total = _weigh(body, weights)
    return _named(body, weights, total) or _innermost(body, weights, total)


def is_navigation(node: LexborNode) -> bool:
    """Whether a block inside an article is links to other pages alone, without running text; annexes are none."""
    if node.tag not in _BLOCKS and node.tag not in ("ul", "ol", "p"):
        return False
    words = node.text()
    links = node.css("a") if len(words) < _LONGEST_NAVIGATION else []
    if len(links) < _MANY_LINKS or _STOPS.search(words) or _ANNEX.search(words):
        return False
    linked = sum(len("".join(link.text().split())) for link in links)
    return linked >= _LINKED * len("".join(words.split()))


def title(page: LexborHTMLParser, body: LexborNode) -> str:
    """What the page is called: what it says for machines, else its only first heading; empty when it does not say."""
    if name := _told(page, _TITLE_NAMES):
        return name[:_LONGEST_TITLE]
    headings = body.css("h1")
    return " ".join(headings[0].text().split())[:_LONGEST_TITLE] if len(headings) == 1 else ""


def date(page: LexborHTMLParser) -> str:
    """The day on which the page says for machines that it was published; empty when it does not say."""
    match = _DATE.match(_told(page, _DATE_NAMES))
    return match[0] if match else ""


def _told(page: LexborHTMLParser, names: tuple[str, ...]) -> str:
    """What a page says for machines under the first of some names that it uses."""
    for name in names:
        element = page.css_first(name)
        if element and (content := (element.attributes.get("content") or "").strip()):
            return content
    return ""


def _named(body: LexborNode, weights: dict[int, int], total: int) -> LexborNode | None:
    """The first block named as an article that holds some running text."""
    for node in body.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if _CONTAINER.search(names) and weights.get(node.mem_id, 0) >= _HOLDS_SOME * total:
            return node
    return None


def _innermost(body: LexborNode, weights: dict[int, int], total: int) -> LexborNode:
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
