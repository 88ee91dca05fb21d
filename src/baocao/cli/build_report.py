"""What a build prints as it goes and at its end; the result file says the same."""

from collections.abc import Iterator
from pathlib import Path

import click

from baocao.batch.outcome import Outcome, State
from baocao.batch.results import ResultFile, Summary
from baocao.cli import BUG, FAULTY, INTERRUPTED, UNUSABLE, screen
from baocao.cli.progress import count, duration, speed
from baocao.diagnostics import Diagnostic, has_errors

MOST_LISTED = 20
"""If there are more units than these, those without trouble are only counted."""

_STATES = {
    State.BUILT: "Đã lập",
    State.SKIPPED: "Không có gì phải lập lại",
    State.FAULTY: "Chưa lập vì nội dung còn lỗi",
    State.FAILED: "Không lập hoặc không ghi được",
}
_KEPT = "Có tệp sửa tay, giữ nguyên"


class BuildReport:
    """Prints for a person what becomes of a batch; nothing if JSON is asked for."""

    def __init__(self, results: ResultFile, *, as_json: bool) -> None:
        self.summary = Summary()
        self.is_detailed = True
        self._results = results
        self._as_json = as_json
        self._has_faults = False

    @property
    def exit_code(self) -> int:
        """The gravest that holds, by the contract of the command line."""
        if self.summary.is_interrupted:
            return INTERRUPTED
        if self.summary.bugs:
            return BUG
        if self.summary.states[State.FAILED] or self.summary.unavailable:
            return UNUSABLE
        return FAULTY if self._has_faults or self.summary.kept else 0

    def faults(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Print the faults of the campaign's own files."""
        self._results.add_diagnostics(diagnostics)
        self._show_faults(diagnostics)

    def unavailable(self, reasons: tuple[str, ...]) -> None:
        """Warn, once, why formats cannot be printed on this machine."""
        if reasons and not self.summary.unavailable:
            self.summary.unavailable = reasons
            for reason in reasons:
                self._warn(reason)

    def speaks_of(self, outcome: Outcome, reasons: tuple[str, ...]) -> bool:
        """Return whether anything will be printed of a unit, or of formats by `unavailable`."""
        changes = outcome.changes
        is_plain = not (outcome.diagnostics or outcome.failures or changes.kept or changes.copies)
        is_new = reasons != self.summary.unavailable
        return not self._as_json and (self.is_detailed or is_new or not is_plain)

    def ended(self, outcome: Outcome) -> None:
        self.summary.add(outcome)
        self._results.add(outcome)
        self._show_faults(outcome.diagnostics)
        for failure in outcome.failures:
            about = f"{outcome.unit}, {failure.output}" if failure.output else outcome.unit
            self._warn(f"{about}: {failure.reason}")
        if not self._as_json:
            for line in _lines(outcome, is_detailed=self.is_detailed):
                click.echo(line)

    def stopping(self) -> None:
        """Acknowledge Ctrl-C."""
        self.summary.is_interrupted = True
        click.echo(
            "Đang dừng: chờ các đơn vị đang lập dở. Nhấn Ctrl-C lần nữa để dừng ngay.", err=True
        )

    def end(self, written: Path | None) -> None:
        """Print what became of all units, and the path of the file in which it is `written`."""
        if self._as_json:
            for piece in self._results.pieces(self.summary):
                click.echo(piece, nl=False)
        elif self.summary.units > 1 or self.summary.is_interrupted:
            for line in _table(self.summary):
                click.echo(line)
            if written is not None:
                click.echo(f"Kết quả từng đơn vị: {written}")

    def _show_faults(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self._has_faults = self._has_faults or has_errors(diagnostics)
        if not self._as_json:
            screen.print_diagnostics(diagnostics)

    def _warn(self, words: str) -> None:
        if not self._as_json:
            click.echo(f"{click.style('✗', fg='red')} {words}", err=True)


def _lines(outcome: Outcome, *, is_detailed: bool) -> Iterator[str]:
    """Yield what is printed of a unit; of one without trouble only if `is_detailed`."""
    changes = outcome.changes
    if outcome.state is State.FAULTY:
        word = screen.count(outcome.diagnostics)
        yield f"{click.style('✗', fg='red')} {outcome.unit}: chưa lập vì còn {word}"
    elif is_detailed and changes.written:
        yield f"{click.style('✓', fg='green')} {outcome.unit}"
        yield from (f"    {path}" for path in changes.written)
    elif is_detailed and changes.unchanged:
        yield f"{click.style('=', fg='green')} {outcome.unit}: không có gì phải lập lại"
    elif is_detailed and not outcome.failures and not changes.kept:
        yield f"- {outcome.unit}: không có văn bản nào phải lập thuộc loại đã chọn"
    for path in changes.copies:
        yield f"{click.style('!', fg='yellow')} {outcome.unit}: bản sửa tay còn ở {path}"
    for path in changes.kept:
        yield (
            f"{click.style('!', fg='yellow')} {outcome.unit}: giữ nguyên {path} vì tệp đã được sửa "
            "sau khi lập. Muốn lập đè, chạy lại với --overwrite (bản sửa được chép sang tệp khác)."
        )


def _table(summary: Summary) -> Iterator[str]:
    rows = [(words, summary.states[state]) for state, words in _STATES.items()]
    rows.append((_KEPT, summary.kept))
    shown = [(words, count(number)) for words, number in rows if number]
    width = max((len(number) for _, number in shown), default=0)
    yield ""
    for words, number in shown:
        yield f"{words:<30} {number:>{width}} đơn vị"
    rate = speed(summary.units / max(summary.seconds, 0.001))
    yield f"{'Thời gian':<30} {duration(summary.seconds)}, {rate}"
