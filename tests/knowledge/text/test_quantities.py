"""A number with 个 counts persons where a word for persons follows, and none where that is but part of another."""

import pytest

from knowledge.text.quantities import counted


@pytest.mark.parametrize(
    "text",
    [
        "二百个村医",
        "30个医生到岗",
        "12个护士",
        "5个毕业生",
        "3个医务人员",
        "6个骨干",
        "8个家庭医生",
        "9个人",
        "2个乡村医生下派",
    ],
)
def test_persons(text: str) -> None:
    assert counted("名").search(text)


@pytest.mark.parametrize(
    "text",
    [
        "18个乡镇卫生院", "2个中医馆", "5个医共体", "3个卫生室", "2个人民医院", "4个护士站", "6个老人活动中心", "7个医疗点",
        "3个生育友好岗位", "2个医师协会", "5个学生食堂", "2个人工耳蜗", "3个人才项目", "4个社区卫生服务中心",
    ],
)  # fmt: skip
def test_what_is_no_person(text: str) -> None:
    assert not counted("名").search(text)
