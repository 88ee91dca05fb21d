"""One file of a campaign: bytes on the disk to a checked tree."""

import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from baocao.diagnostics import Diagnostic, Span
from baocao.load.records.check import check
from baocao.load.records.file_messages import (
    file_too_large,
    missing_file,
    not_a_regular_file,
    unreadable_file,
)
from baocao.load.yaml import legacy_fonts, tree
from baocao.load.yaml.decoding import DecodingProblem, decode
from baocao.load.yaml.messages import LEGACY_FONT, too_many_faults
from baocao.model.record import Record
from baocao.model.text import Source, Text

LIMIT = 1024 * 1024
"""The largest file read, in bytes: fifty times the longest report."""

LIST_LIMIT = 64 * LIMIT
"""The largest list of units read: some 500,000 of them."""

_BYTES_A_VALUE = 10  # with fewer, a file is brackets and commas


def read_source(path: Path, limit: int = LIMIT) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read and decode a file; None if it is missing, larger than `limit` bytes, or not text."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (not_a_regular_file(path, is_folder=path.is_dir()),)
        if status.st_size > limit:
            return None, (file_too_large(path, status.st_size, limit),)
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, (missing_file(path),)
    except OSError as problem:
        return None, (unreadable_file(path, problem),)
    decoded = decode(raw)
    source = Source(path, decoded.text)
    faults = tuple(_diagnostic(path, problem) for problem in decoded.problems)
    legacy = legacy_fonts.detect(source.text)
    if legacy is not None and all(problem.rule is not LEGACY_FONT for problem in decoded.problems):
        span = source.span(legacy.offset, legacy.offset + len(legacy.sample))
        faults += (LEGACY_FONT.error(span, legacy.message, legacy.hint),)
    return (None if any(p.fatal for p in decoded.problems) else source), faults


def read_root(
    path: Path, limit: int = LIMIT
) -> tuple[Source | None, tree.Mapping | None, tuple[Diagnostic, ...]]:
    """Read a file whose root is a mapping; an empty file is an empty mapping."""
    source, faults = read_source(path, limit)
    if source is None:
        return None, None, faults
    result = tree.read_tree(source, limit // _BYTES_A_VALUE)
    faults += result.diagnostics
    root = result.root
    if root is None and not result.diagnostics:
        root = tree.Mapping({}, Text("", source, 0, 0))
    if root is not None and not isinstance(root, tree.Mapping):
        faults += tuple(check(root, Record({}), path.name))
    return source, root if isinstance(root, tree.Mapping) else None, faults


def read_record(
    path: Path, shape: Record, limit: int = LIMIT
) -> tuple[tree.Mapping | None, tuple[Diagnostic, ...]]:
    """Read a file of a known shape; None if nothing of it could be read."""
    _, root, faults = read_root(path, limit)
    if root is not None:
        faults += limited(check(root, shape, path.name))
    return root, faults


def limited(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the first `MAX_FAULTS` diagnostics of a file, and one that says there are more."""
    first = tuple(islice(faults, tree.MAX_FAULTS + 1))
    if len(first) <= tree.MAX_FAULTS:
        return first
    last = first[tree.MAX_FAULTS]
    return (*first[:-1], too_many_faults(last.span, tree.MAX_FAULTS))


def _diagnostic(path: Path, problem: DecodingProblem) -> Diagnostic:
    build = problem.rule.error if problem.fatal else problem.rule.warning
    return build(Span(path, problem.line, problem.column), problem.message, problem.hint)
