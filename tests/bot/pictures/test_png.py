"""Chinese text in a picture is sure to be seen: no empty picture, no boxes."""

from __future__ import annotations

import builtins
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.errors import FontMissing, PicturesMissing, explain
from bot.pictures import fonts
from bot.pictures import png as rendering
from bot.pictures.fonts import Font, packaged_fonts, system_fonts
from bot.pictures.png import render, shows_chinese
from tests.bot.pictures.ink import ink, inked_box, picture

PAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="100"><text y="70" font-size="60">{1}</text></svg>'


def test_the_picture_is_as_large_as_the_document_says() -> None:
    assert picture(render(PAGE.format(300, "健答"))).size == (300, 100)


@pytest.mark.parametrize("words", ["健答", "医共体", "≥70%", "3.2人", "“十五五”", "①②③", "鱻〇㎡‰"])
def test_words_leave_ink(words: str) -> None:
    png = render(PAGE.format(300, words))
    assert ink(png) > 0.02
    box = inked_box(png)
    assert box is not None and box[2] - box[0] > 50


def test_a_blank_leaves_none() -> None:
    assert ink(render(PAGE.format(300, ""))) == 0
    assert inked_box(render(PAGE.format(300, ""))) is None


def test_each_character_has_a_shape_of_its_own() -> None:
    shapes = {render(PAGE.format(100, character)) for character in "健康中国澜江青汀期限指标"}
    assert len(shapes) == 12


def test_a_wrong_family_name_is_no_font() -> None:
    font = next(packaged_fonts())
    assert shows_chinese(font)
    assert not shows_chinese(Font(font.path, "No Such Family"))


def test_a_font_of_the_system_is_found(tmp_path: Path) -> None:
    packaged = next(packaged_fonts())
    (tmp_path / "truetype").mkdir()
    shutil.copy(packaged.path, tmp_path / "truetype" / packaged.path.name)
    (tmp_path / "Other.ttf").write_bytes(b"")
    found = list(system_fonts((str(tmp_path), str(tmp_path / "none"))))
    assert found == [Font(tmp_path / "truetype" / packaged.path.name, packaged.family)]
    assert shows_chinese(found[0])


def test_without_a_font_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_fonts", lambda: iter(()))
    rendering.chosen_font.cache_clear()
    with pytest.raises(FontMissing) as error:
        render(PAGE.format(300, "健答"))
    assert "[pictures]" in explain(error.value) and "\n" not in explain(error.value)
    rendering.chosen_font.cache_clear()


def test_without_the_extra_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name in ("resvg_py", "pylopdf_fonts_zh_cn"):
            raise ImportError(name)
        return real(name, *rest, **named)

    packaged = next(packaged_fonts())
    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr(rendering, "system_fonts", lambda: iter([packaged]))
    rendering.chosen_font.cache_clear()
    assert list(fonts.packaged_fonts()) == []
    with pytest.raises(PicturesMissing) as error:
        render(PAGE.format(300, "健答"))
    assert "[pictures]" in explain(error.value)
    rendering.chosen_font.cache_clear()
