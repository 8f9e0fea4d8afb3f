"""Pages as HTML: the templates with the words of a language, everything escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from bot.messages import Messages
from bot.web.addresses import list_url
from bot.web.visit import Page


@cache
def environment() -> Environment:
    """The templates of the package, each compiled once."""
    templates = Environment(
        loader=PackageLoader("bot.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.globals["list_url"] = list_url
    return templates


def render(templates: Environment, page: Page, words: Messages, path: str = "") -> Response:
    """The response for a page; `path` is the page that the navigation marks as the present one."""
    values = {"words": words, "say": words.web, "path": path, **page.values}
    return HTMLResponse(templates.get_template(page.template).render(values), page.status)
