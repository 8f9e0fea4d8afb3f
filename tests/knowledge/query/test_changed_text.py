"""A task is found again when its document was reworded, and no other is taken for it."""

import pytest

from knowledge.query.similarity import find_changed

LOST = ("出台实施细则", "6月底前，由市医保局牵头出台实施细则，首批调整项目不少于120项。")
OTHER = ("建成区域胸痛中心", "年底前，县医院建成区域胸痛中心并投入使用。")


@pytest.mark.parametrize(
    "now",
    [
        ("出台实施细则", "9月底前，由市医保局牵头出台实施细则，首批调整项目不少于150项。"),
        ("印发实施细则", "6月底前，由市医保局、市卫健委印发实施细则，首批调整项目不少于120项。"),
    ],
)
def test_what_was_reworded_is_found(now):
    assert find_changed(LOST, [OTHER, now]) == 1


def test_another_task_is_not_taken_for_it():
    assert find_changed(LOST, [OTHER]) is None
    assert find_changed(LOST, []) is None
