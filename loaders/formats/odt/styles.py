"""The styles of an OpenDocument text: whether they hide what is in them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_MOST_ANCESTORS = 20


class Styles:
    """Looks up what styles say, along the chain of those that they are based on."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {style.get("name", ""): style for root in roots for style in root.iter("style")}

    def hides(self, element: Element) -> bool:
        """Whether what stands in an element is not printed."""
        if element.get("display") == "none" or element.get("is-hidden") == "true":
            return True
        name = element.get("style-name", "")
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get(name)
            if style is None:
                return False
            display = next(
                (properties.get("display") for properties in style if properties.get("display")), None
            )
            if display is not None:
                return display == "none"
            name = style.get("parent-style-name", "")
        return False
