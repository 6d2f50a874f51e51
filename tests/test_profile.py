"""Profiles: data that names levels and checks, and the count of errors that Chinese publishing goes by."""

from fractions import Fraction

from factcheck import check, registry
from factcheck.cli.checking import PROFILES
from factcheck.config import Configuration
from factcheck.profile import profiles
from factcheck.report.text import render

STYLE = "截止2021年6月30日，平台有3千名医生。"


def test_the_command_line_offers_every_profile():
    """The choices of --profile are the tables of the page."""
    assert sorted(profiles()) == sorted(PROFILES)


def test_profiles_name_checks_that_exist():
    """What a profile leaves out or grades is a check or a family."""
    for profile in profiles().values():
        registry.chosen(ignore=[*profile.ignore, *profile.levels, *profile.points])


def test_a_profile_grades_style():
    """A note of style is a warning for Chinese publishing, and nothing at all in a newsroom."""
    levels = {
        name: [finding.level for finding in check(STYLE, **Configuration(profile=name).arguments()).findings] for name in profiles()
    }

    assert {
        "default": ["note", "note"],
        "strict": ["note", "note"],
        "newsroom": [],
        "cn-publishing": ["warning", "warning"],
    } == levels


def test_errors_are_counted_per_ten_thousand_characters():
    """Two slips in 20 characters are far above one in 10,000; a numeral counts 1, 截止 2."""
    report = check(STYLE, **Configuration(profile="cn-publishing").arguments())
    sound = check("截至2021年6月30日，平台有3000名医生。", **Configuration(profile="cn-publishing").arguments())

    assert Fraction(3 * 10_000, len(STYLE)) == report.profile.rate(report.findings, characters=len(STYLE))
    assert "not up to the standard" in render(report)
    assert "0 errors in 10,000 characters, of at most 1: up to the standard" in render(sound)


def test_a_profile_says_what_fails():
    """The level of the profile counts where the settings name none."""
    assert ("error", "warning", "never") == (
        Configuration().failing(),
        Configuration(profile="strict").failing(),
        Configuration.model_validate({"profile": "strict", "fail-on": "never"}).failing(),
    )
