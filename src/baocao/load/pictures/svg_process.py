"""The process that draws one SVG: width and height in points as arguments, files on the pipes."""

import sys

REFUSED = 65
"""The code of a process that ends because a drawing cannot be drawn."""


def main() -> None:
    """Read a drawing that `drawings` has let through, and write it as a PNG on white."""
    import resvg_py  # noqa: PLC0415 - whoever starts the process needs only the code above

    width, height = map(int, sys.argv[1:])
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=sys.stdin.buffer.read().decode(),
            width=width,
            height=height,
            dpi=96,
            background="#ffffff",
            font_family="Times New Roman",
            languages=["vi"],
        )
    except ValueError:
        sys.exit(REFUSED)
    sys.stdout.buffer.write(bytes(drawn))


if __name__ == "__main__":
    main()
