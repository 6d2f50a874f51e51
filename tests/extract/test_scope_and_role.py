"""What a figure is about: scopes inside a measure's own words, and the rate of a change given as a level."""

from __future__ import annotations

import pytest

from factcheck import claims


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("京东健康自有医生超过200名。", ("own",)),
        ("京东健康线上注册的医生数量为3万。", ("online", "registered")),
        ("腾讯的注册用户为3亿。", ()),
        ("腾讯员工为8.6万人。", ()),
        ("腾讯覆盖142个城市。", ()),
        ("腾讯有142家城市门店。", ("urban",)),
    ],
    ids=["own", "online and registered", "named for it", "none", "what is counted", "a scope of what is counted"],
)
def test_a_scope_in_a_measure_word_is_kept(text: str, scope: tuple[str, ...]) -> None:
    """自有医生 is one word for doctors, and says whose they are; registered users are a measure of that name."""

    assert scope == claims(text)[0].scope


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The growth rate of users was 220%.", "change"),
        ("用户增长率为22%。", "change"),
        ("The gross margin was 22%.", "level"),
        ("毛利率达到22%。", "level"),
        ("Unemployment rose to 5.2%.", "level"),
    ],
)
def test_the_level_of_a_rate_is_a_change(text: str, role: str) -> None:
    """A growth rate that "was" so much is a change of what grows; a margin that "was" is a level."""

    assert role == claims(text)[0].role
