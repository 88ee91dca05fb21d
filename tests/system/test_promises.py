"""What the repository promises of itself."""

import re

from support.samples import ROOT


def test_every_pinned_version_is_a_plain_pin() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    assert len(lines) > 20
    assert all(re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)


def test_every_change_is_written_for_the_person_who_makes_reports() -> None:
    assert "## Chưa phát hành" in (ROOT / "CHANGELOG.md").read_text("utf-8")
