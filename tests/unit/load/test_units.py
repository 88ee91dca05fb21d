"""A list of units: read at once where it is sound, and again with places where it is not."""

import random
from pathlib import Path

import pytest

from baocao import rules, workspace
from baocao.load.campaign.units import build_units, read_sound_units, read_units
from baocao.model.campaign import Unit

LEVELS = ("trung-uong", "tinh", "co-so")
UPWARDS = frozenset(("co-so",))
AS_YAML = """\
# Các đơn vị
don_vi:
  - ma: tld
    ten: Tổng Liên đoàn Lao động Việt Nam
    cap: trung-uong
    cap_tren: ~
    dia_danh: Hà Nội
    ky_hieu: TLĐ
  - {ma: ldld-a, ten: "LĐLĐ tỉnh A", cap: tinh, cap_tren: tld, dia_danh: A, ky_hieu: LĐLĐ}
  - {ma: cdcs-1, ten: CĐCS 1, cap: co-so, cap_tren: ldld-a, dia_danh: A, ky_hieu: CĐCS}
"""
AS_CSV = """\
ma,ten,cap,cap_tren,dia_danh,ky_hieu
tld,Tổng Liên đoàn Lao động Việt Nam,trung-uong,,Hà Nội,TLĐ
ldld-a,"LĐLĐ tỉnh A",tinh,tld,A,LĐLĐ

cdcs-1,CĐCS 1,co-so,ldld-a,A,CĐCS,,
"""
LISTS = {workspace.UNITS_FILE: AS_YAML, workspace.UNITS_CSV: AS_CSV}
CHANGES = 600


@pytest.mark.parametrize("name", LISTS)
def test_a_sound_list_is_read_at_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(LISTS[name], encoding="utf-8")

    units = read_sound_units(tmp_path, LEVELS, UPWARDS)

    assert units is not None
    assert list(units) == ["tld", "ldld-a", "cdcs-1"]
    assert units["ldld-a"].name == "LĐLĐ tỉnh A"
    assert units["tld"].superior is None
    assert units == read_by_places(tmp_path)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_read_at_once_is_what_is_read_with_places(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    chances = (random.Random(seed) for seed in range(CHANGES))  # noqa: S311 - nothing is secret
    changed = {_changed(LISTS[name], chance) for chance in chances}
    sound = 0

    for text in sorted(changed):
        path.write_text(text, encoding="utf-8")
        units = read_sound_units(tmp_path, LEVELS, UPWARDS)
        if units is not None:
            sound += 1
            assert units == read_by_places(tmp_path), text

    assert CHANGES // 20 < sound < CHANGES * 19 // 20


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("cap: tinh", "cap: huyen"),
        ("cap_tren: tld", "cap_tren: tlx"),
        ("cap_tren: ~", "cap_tren: cdcs-1"),
        ("cap_tren: ldld-a,", "cap_tren: ~,"),
        ("ma: ldld-a", "ma: tld"),
        ("ma: ldld-a", "ma: LĐLĐ"),
        ("CĐCS 1", "CĐCS 😀"),
        ("CĐCS 1", "&ten CĐCS 1"),
        ("CĐCS 1", "!!str CĐCS 1"),
        ("ten: CĐCS 1", "ten: CĐCS 1, ten: CĐCS 2"),
        ("ten: CĐCS 1, ", ""),
        ("ten: CĐCS 1", "ten: [CĐCS 1]"),
        ("dia_danh: Hà Nội", "dia_danh: null"),
        ("ky_hieu: TLĐ", "ky_hieu: TLĐ\n    khac: 1"),
        ("don_vi:", "khac: 1\ndon_vi:"),
    ],
)
def test_a_fault_is_left_to_the_reading_with_places(tmp_path: Path, typed: str, wrong: str) -> None:
    path = tmp_path / workspace.UNITS_FILE
    assert typed in AS_YAML
    path.write_text(AS_YAML.replace(typed, wrong), encoding="utf-8")

    source, faults = read_units(tmp_path, LEVELS, UPWARDS)

    assert read_sound_units(tmp_path, LEVELS, UPWARDS) is None
    assert len([*faults, *rules.check_units(source)]) > 0


def test_units_at_the_same_level_share_its_name_in_memory(tmp_path: Path) -> None:
    path = tmp_path / workspace.UNITS_CSV
    path.write_text(AS_CSV + "cdcs-2,CĐCS 2,co-so,ldld-a,A,CĐCS\n", encoding="utf-8")

    units = read_sound_units(tmp_path, LEVELS, UPWARDS)

    assert units is not None
    assert units["cdcs-1"].superior is units["cdcs-2"].superior
    assert units["cdcs-1"].symbol is units["cdcs-2"].symbol


def read_by_places(folder: Path) -> dict[str, Unit]:
    source, faults = read_units(folder, LEVELS, UPWARDS)
    assert (*faults, *rules.check_units(source)) == ()
    return build_units(source)


def _changed(text: str, chance: random.Random) -> str:
    """Return the text with one slip: a piece of it left out, doubled or put elsewhere."""
    start = chance.randrange(len(text))
    end = start + chance.choice((1, 1, 1, 2, 5, 20, 60))
    piece = text[start:end]
    rest = text[:start] + text[end:]
    at = chance.randrange(len(rest) + 1)
    added = chance.choice(("", piece, piece, chance.choice(" \n\t\",;:~{}[]-#'|&*!x0")))
    return rest[:at] + added + rest[at:]
