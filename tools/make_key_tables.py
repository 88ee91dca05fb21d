"""Write `docs/khoa.md`, the page of all keys, from the shapes by which files are read.

Run it after a key was added, or its meaning worded anew.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.key_tables import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
