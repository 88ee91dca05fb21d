"""Check hostile unit files one after another; print what the worst of them cost, as JSON.

    python tests/properties/hostile_files.py COUNT SEED

Every file is either a mutation of a sample unit's file or made up: bytes, structures, bombs. For
each of them `check` must end in diagnostics, and where it finds no error every Word document must
build. Runs in a process of its own, so that its peak memory is that of the program.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from baocao.compose import compose
from baocao.diagnostics import has_errors
from baocao.load.records.file import LIMIT
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders

_HALF = 0.5
ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content" / "lao-dong-sang-tao-2012-2017"
UNIT = "cdcs-co-khi-vi-du"
FILES = ("bao-cao.yaml", "so-lieu.yaml")
TOKENS = (
    "{{ sang_kien.tong }}", "{{", "}}", "{%", "&a ", "*a", "!!python/object:os.system", "<<: *a",
    "---\n", "...\n", "%YAML 1.2\n", "\t", "\x00", "\ufeff", "\u00a0", "\u200b", "“", "”", "👍",
    "~", "null", "[", "]", "{", "}", "|", ">", "|+9", "? ", "- ", ": ", "#", '"', "'", "\\x", "\r",
    "1.23", "1,200", "1e999", ".inf", ".nan", "0x1F", "99999999999999999999999999999999999",
    "2017-02-31", "«", "<script>", "&amp;", "]]>", "a\u0301", "C«ng ®oµn", "Coâng ñoaøn", "١٢",
)  # fmt: skip


def main() -> None:
    """Run the count and seed of the command line."""
    count, seed = (int(argument) for argument in sys.argv[1:3])
    worst = {"seconds": 0.0, "seed": -1}
    clean = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = CampaignFolder(_copy_of_campaign(Path(temporary)))
        campaign, faults = check_campaign(folder)
        if campaign is None:
            raise SystemExit(str(faults))
        press = Printer(template_folders(ROOT))
        originals = {name: (CONTENT / "don-vi" / UNIT / name).read_bytes() for name in FILES}
        for number in range(seed, seed + count):
            chance = random.Random(number)  # noqa: S311 - nothing here is secret
            _write_hostile(folder.unit(UNIT), originals, chance)
            started = time.process_time()
            checked = check_unit(folder, campaign, UNIT)
            seconds = time.process_time() - started
            if seconds > worst["seconds"]:
                worst = {"seconds": seconds, "seed": number}
            if not has_errors(checked.diagnostics):
                clean += 1
                _build(press, campaign, checked.content)
    peak = _peak_mb()
    print(json.dumps({"worst": worst, "clean": clean, "peak_mb": peak}))  # noqa: T201 - its output


def _peak_mb() -> int:
    """Return the most memory that this process has had; `getrusage` begins with its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak) // 1024


def _build(press: Printer, campaign: Campaign, content: UnitContent | None) -> None:
    if content is None:
        message = "no error, and no content"
        raise AssertionError(message)
    for kind in campaign.documents:
        for document in compose(campaign, kind, content).values():
            press.render(document, Format.DOCX)


def _copy_of_campaign(temporary: Path) -> Path:
    folder = temporary / CONTENT.name
    folder.mkdir()
    for path in CONTENT.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "don-vi" / UNIT).mkdir(parents=True)
    return folder


def _write_hostile(folder: Path, originals: dict[str, bytes], chance: random.Random) -> None:
    hostile = chance.choice(FILES)
    for name, original in originals.items():
        maker = chance.choice(MAKERS)
        data = maker(original, chance) if name == hostile else original
        (folder / name).write_bytes(data)


def _flipped(original: bytes, chance: random.Random) -> bytes:
    data = bytearray(original)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _spliced(original: bytes, chance: random.Random) -> bytes:
    text = original.decode()
    for _ in range(chance.randint(1, 4)):
        here, there = sorted(chance.randrange(len(text)) for _ in range(2))
        piece = text[here : min(there, here + 200)]
        place = chance.randrange(len(text))
        text = chance.choice((text[:here] + text[there:], text[:place] + piece + text[place:]))
        text = text or "a: b"
    return text.encode()


def _sown(original: bytes, chance: random.Random) -> bytes:
    text = original.decode()
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(TOKENS) + text[place:]
    return text.encode("utf-8", "surrogatepass")


def _retyped(original: bytes, chance: random.Random) -> bytes:
    """Put a value of another shape under some keys."""
    values = ("[1, 2, 3]", "{a: b}", "[[1], {x: [2]}]", "~", "''", "12:30", "no", "- x", "|\n  x")
    lines = original.decode().split("\n")
    keys = [n for n, line in enumerate(lines) if line[:1].isalpha() and ":" in line]
    for number in chance.sample(keys, min(3, len(keys))):
        lines[number] = f"{lines[number].partition(':')[0]}: {chance.choice(values)}"
    return "\n".join(lines).encode()


def _random_bytes(_: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((0, 1, 7, 300, 5000)))


def _encoded(original: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258", "latin-1"))
    return original.decode().encode(encoding, "replace")


def _deep(_: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((30, 1000, 100_000))
    return chance.choice(
        (
            f"thuan_loi: {'[' * depth}",
            f"sang_kien: {'{a: ' * depth}",
            "\n".join(" " * level + "a:" for level in range(min(depth, 1000))),
            "- " * depth,
            f"thuan_loi: {'[' * depth}{']' * depth}",
        )
    ).encode()


def _bomb(_: bytes, chance: random.Random) -> bytes:
    levels = chance.randint(3, 30)
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return chance.choice(("\n".join(lines), "a: &a [*a]", "&a {<<: *a}")).encode()


def _large(original: bytes, chance: random.Random) -> bytes:
    size = chance.choice((LIMIT - len(original) - 100, LIMIT - len(original) - 100, 50 * LIMIT))
    fillers = (
        "a",
        "đ ",
        "- x\n",
        "k: v\n",
        "* ",
        "{{ ",
        "{{ x }}",
        "**x** ",
        "[",
        '"',
        "1, ",
        "漢",
    )
    filler = chance.choice(fillers)
    body = filler * (size // len(filler.encode()))
    if size < LIMIT and chance.random() < _HALF:
        body = "".join(f"k{n}: {chr(0x4E00 + n % 20000)}\n" for n in range(size // 12))
    head = chance.choice(("thuan_loi: |\n  ", "sang_kien: [", "", "thuan_loi: ", "x: >\n  "))
    return original + f"\n{head}{body}".encode()


MAKERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flipped, _spliced, _sown, _retyped, _random_bytes, _encoded) * 40,
    *(_deep, _bomb) * 6,
    _large,
)

if __name__ == "__main__":
    main()
