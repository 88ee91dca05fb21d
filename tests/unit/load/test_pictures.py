"""A unit's pictures: what is made of each kind of file, and how fast a hostile one is refused."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms, ImageFile
from PIL.PngImagePlugin import PngInfo

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.read import read_image
from baocao.model.paper import Image
from support.pictures import BLUE, CHART, RED, WHITE, file_of, picture, typed

MEGABYTES = 300
MEASURED = """
import re, sys, time
from pathlib import Path
from baocao.load.pictures.read import read_image
from baocao.model.text import Source, Text
path = Path(sys.argv[1])
text = Text(path.name, Source(Path("bao-cao.yaml"), path.name), 0, len(path.name))
start = time.process_time()
read = read_image(text, path.parent)
print(type(read).__name__, getattr(read, "rule", "-"))
print(time.process_time() - start)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.parametrize(
    "mode", ["RGB", "RGBA", "P", "L", "LA", "1", "I;16"], ids=lambda mode: mode
)
def test_every_kind_of_png_becomes_eight_bits_without_alpha(tmp_path: Path, mode: str) -> None:
    drawn = picture().convert("L").convert(mode) if mode == "I;16" else picture(mode)

    read = opened(image_of(tmp_path, "anh.png", file_of(drawn)))

    assert (read.format, read.size) == ("PNG", (40, 30))
    assert read.mode == ("RGB" if mode in ("RGB", "RGBA", "P") else "L")
    assert read.info == {}


def test_sixteen_bits_of_grey_keep_their_shade(tmp_path: Path) -> None:
    grey = Pillow.new("I;16", (8, 8), 0x8000)

    read = opened(image_of(tmp_path, "anh.png", file_of(grey)))

    assert read.getpixel((4, 4)) == 0x80


def test_what_can_be_seen_through_is_white(tmp_path: Path) -> None:
    through = Pillow.new("RGBA", (10, 10), (0, 0, 0, 0))
    through.putpixel((5, 5), (*RED, 255))

    read = opened(image_of(tmp_path, "anh.png", file_of(through)))

    assert (read.getpixel((0, 0)), read.getpixel((5, 5))) == (WHITE, RED)


def test_inks_become_colours_of_the_screen(tmp_path: Path) -> None:
    inks = Pillow.new("CMYK", (16, 16), (0, 255, 255, 0))

    read = opened(image_of(tmp_path, "anh.jpg", file_of(inks, "JPEG")))

    assert read.mode == "RGB"
    assert is_near(read.getpixel((8, 8)), (255, 0, 0))


def test_a_picture_in_other_colours_is_turned_into_srgb(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    broken = file_of(picture(), "PNG", icc_profile=b"hong")

    assert opened(image_of(tmp_path, "hong.png", broken)).getpixel((0, 0)) == RED
    as_lab = file_of(picture(), "PNG", icc_profile=profile)
    assert opened(image_of(tmp_path, "lab.png", as_lab)).getpixel((0, 0)) == RED


@pytest.mark.parametrize(
    ("orientation", "left_top", "size"),
    [(1, RED, (40, 30)), (2, BLUE, (40, 30)), (3, BLUE, (40, 30)), (4, RED, (40, 30)),
     (5, RED, (30, 40)), (6, RED, (30, 40)), (7, BLUE, (30, 40)), (8, BLUE, (30, 40)),
     (99, RED, (40, 30))],
)  # fmt: skip
def test_a_photograph_is_turned_upright_and_tells_nothing_else(
    tmp_path: Path, orientation: int, left_top: tuple[int, int, int], size: tuple[int, int]
) -> None:
    notes = Pillow.Exif()
    notes[0x0112] = orientation
    notes[0x010E] = "Nhà ông Nguyễn Văn Mẫu"
    photograph = file_of(picture(), "JPEG", quality=95, exif=notes, comment=b"bi mat")

    image = image_of(tmp_path, "anh.jpg", photograph)
    read = opened(image)

    assert is_near(read.getpixel((2, 2)), left_top)
    assert read.size == size
    assert (image.width_mm > image.height_mm) == (size[0] > size[1])
    assert b"Exif" not in image.data
    assert b"bi mat" not in image.data


def test_the_notes_of_a_png_are_left_out(tmp_path: Path) -> None:
    notes = PngInfo()
    notes.add_text("Author", "Nguyen Van Mau")

    image = image_of(tmp_path, "anh.png", file_of(picture(), "PNG", pnginfo=notes, dpi=(9, 9)))

    assert b"Mau" not in image.data
    assert opened(image).info == {}


@pytest.mark.slow
def test_a_picture_has_no_more_points_than_paper_shows(tmp_path: Path) -> None:
    for name, kind in (("anh.png", "PNG"), ("anh.jpg", "JPEG")):
        image = image_of(tmp_path, name, file_of(picture(size=(5000, 2500)), kind))

        assert opened(image).size == (1429, 714)


def test_a_small_picture_is_not_stretched_beyond_150_dots_an_inch(tmp_path: Path) -> None:
    image = image_of(tmp_path, "anh.png", file_of(picture(size=(300, 150))))

    assert (image.width_mm, image.height_mm) == pytest.approx((50.8, 25.4))


def test_a_drawing_becomes_a_picture_as_wide_as_the_text(tmp_path: Path) -> None:
    image = image_of(tmp_path, "ve.svg", CHART.encode())
    read = opened(image)

    assert (image.media_type, image.width_mm, image.height_mm) == ("image/png", 165.0, 82.5)
    assert (read.mode, read.size) == ("RGB", (1428, 714))
    assert is_near(read.getpixel((250, 400)), (0x22, 0x77, 0xAA))
    assert is_near(read.getpixel((1400, 700)), WHITE)
    words = read.crop((500, 40, 930, 130)).convert("L")
    assert sum(words.histogram()[:60]) > 1000  # dark points of the letters


def test_a_drawing_that_says_how_large_it_is_keeps_its_size(tmp_path: Path) -> None:
    drawing = CHART.replace("viewBox=", 'width="8cm" height="4cm" viewBox=')

    image = image_of(tmp_path, "ve.svg", drawing.encode())

    assert (image.width_mm, image.height_mm) == (80, 40)


@pytest.mark.parametrize("name", ["anh.png", "anh.jpg", "ve.svg"])
def test_the_same_file_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    kind = "PNG" if name.endswith("png") else "JPEG"
    raw = CHART.encode() if name == "ve.svg" else file_of(picture(size=(3000, 2000)), kind)

    assert image_of(tmp_path, name, raw).data == image_of(tmp_path, name, raw).data


def test_a_name_typed_with_joined_marks_finds_the_file_with_parted_ones(tmp_path: Path) -> None:
    (tmp_path / "hội.png").write_bytes(file_of(picture()))

    assert isinstance(read_image(typed("hội.png"), tmp_path), Image)


@pytest.mark.parametrize("raw", range(0, 4000, 211))
def test_a_file_cut_anywhere_is_refused_or_read_whole(tmp_path: Path, raw: int) -> None:
    whole = file_of(picture(size=(200, 200)).effect_spread(60), "JPEG")
    (tmp_path / "anh.jpg").write_bytes(whole[:raw])

    read = read_image(typed("anh.jpg"), tmp_path)

    assert isinstance(read, Diagnostic if raw < len(whole) - 2 else Image)


def test_a_file_cut_short_is_refused_after_a_pdf_was_made_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as importing WeasyPrint does
    (tmp_path / "anh.jpg").write_bytes(file_of(picture(size=(200, 200)), "JPEG")[:-100])

    read = read_image(typed("anh.jpg"), tmp_path)

    assert isinstance(read, Diagnostic)
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_link_on_the_way_to_a_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "anh.png").write_bytes(file_of(picture()))
    unit = tmp_path / "don-vi"
    unit.mkdir()
    (unit / "hinh").symlink_to(tmp_path / "ngoai")

    read = read_image(typed("hinh/anh.png"), unit)

    assert isinstance(read, Diagnostic)
    assert read.rule == "picture-outside-folder"


def test_a_file_of_more_than_20_megabytes_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "anh.png").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)

    read = read_image(typed("anh.png"), tmp_path)

    assert isinstance(read, Diagnostic)
    assert read.rule == "picture-too-large"


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("bom.png", "Diagnostic picture-too-large"),
        ("trong-suot.png", "Image -"),
        ("mau.png", "Image -"),
        ("xam.png", "Image -"),
        ("anh.jpg", "Image -"),
        ("dai.png", "Image -"),
        ("nhieu-net.svg", "Diagnostic picture-too-large"),
    ],
)
def test_no_picture_takes_a_second_or_300_megabytes(
    tmp_path: Path, name: str, outcome: str
) -> None:
    (tmp_path / name).write_bytes(hostile(name))

    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / name)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found, seconds, megabytes = done.stdout.splitlines()

    assert found == outcome
    assert float(seconds) < 1.5  # of a processor that others use too
    assert int(megabytes) < MEGABYTES


def test_parts_that_call_parts_deep_within_parts_are_counted_without_end_of_breath(
    tmp_path: Path,
) -> None:
    groups = "".join(
        f"<g id='a{place}'>{'<g>' * 20}<use href='#a{place + 1}'/>{'</g>' * 20}</g>"
        for place in range(40)
    )
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{groups}</svg>"
    (tmp_path / "ve.svg").write_text(drawing, "utf-8")

    read = read_image(typed("ve.svg"), tmp_path)

    assert isinstance(read, Diagnostic)
    assert read.rule == "picture-too-large"


def test_no_library_of_pictures_is_loaded_where_there_is_none() -> None:
    code = (
        "import sys, baocao.load.unit.report, baocao.rules\n"
        "print([name for name in sys.modules if name in ('PIL', 'resvg_py', 'subprocess')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout.decode().strip() == "[]"


def hostile(name: str) -> bytes:
    if name == "bom.png":
        return png_head(40_000, 40_000, 6) + b"\0" * 1_000_000
    if name == "nhieu-net.svg":
        rects = "<rect width='1' height='1'/>" * 60_000
        return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{rects}</svg>".encode()
    if name == "anh.jpg":
        return file_of(Pillow.new("RGB", (8000, 5000), RED), "JPEG")
    if name == "dai.png":
        return file_of(Pillow.new("RGB", (40_000, 1000), RED))
    mode = {"trong-suot.png": "RGBA", "mau.png": "P", "xam.png": "L"}[name]
    return file_of(Pillow.new(mode, (8000, 5000)), "PNG", compress_level=1)


def png_head(width: int, height: int, colours: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    first = b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + head + struct.pack(">I", zlib.crc32(head))
    return first + struct.pack(">I", 1_000_000) + b"IDAT"


def image_of(folder: Path, name: str, raw: bytes) -> Image:
    (folder / name).write_bytes(raw)
    read = read_image(typed(name), folder)
    assert isinstance(read, Image), read
    return read


def opened(image: Image) -> Pillow.Image:
    read = Pillow.open(BytesIO(image.data))
    assert image.media_type == f"image/{(read.format or '').lower()}"
    read.load()
    read.info.pop("jfif", None)
    return read


def is_near(found: object, expected: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 25 for a, b in zip(found, expected, strict=True))
