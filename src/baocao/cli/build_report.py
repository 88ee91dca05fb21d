"""What a build says as it goes and at its end; the result file says the same."""

from collections.abc import Iterator
from pathlib import Path

import click

from baocao.batch.outcome import Outcome, State
from baocao.batch.result_file import ResultFile, Summary
from baocao.cli import BUG, FAULTY, INTERRUPTED, UNUSABLE, screen
from baocao.cli.progress import count, duration, speed
from baocao.diagnostics import Diagnostic, has_errors

MOST_LISTED = 20
"""Of more units than these, those in order are only counted."""

_STATES = {
    State.BUILT: "Đã lập",
    State.SKIPPED: "Không có gì phải lập lại",
    State.FAULTY: "Chưa lập vì nội dung còn lỗi",
    State.FAILED: "Không lập hoặc không ghi được",
}
_KEPT = "Có tệp sửa tay, giữ nguyên"


class BuildReport:
    """What a batch tells a person as it goes; nothing where JSON is asked for."""

    def __init__(self, results: ResultFile, *, as_json: bool) -> None:
        """Take the file in which all of it is written down."""
        self.summary = Summary()
        self.is_detailed = True
        self._results = results
        self._as_json = as_json
        self._has_faults = False

    @property
    def exit_code(self) -> int:
        """The gravest of what happened, by the contract of the command line."""
        if self.summary.is_interrupted:
            return INTERRUPTED
        if self.summary.bugs:
            return BUG
        if self.summary.states[State.FAILED] or self.summary.lacking:
            return UNUSABLE
        return FAULTY if self._has_faults or self.summary.kept else 0

    def faults(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Tell the faults of the campaign's own files."""
        self._results.add_diagnostics(diagnostics)
        self._show_faults(diagnostics)

    def lacking(self, reasons: tuple[str, ...]) -> None:
        """Tell once what this machine cannot print."""
        if reasons and not self.summary.lacking:
            self.summary.lacking = reasons
            for reason in reasons:
                self._warn(reason)

    def speaks_of(self, outcome: Outcome, lacking: tuple[str, ...]) -> bool:
        """Tell whether anything will be printed of a unit, or of what the machine lacks."""
        delivery = outcome.delivery
        is_plain = not (outcome.diagnostics or outcome.failures or delivery.kept or delivery.copies)
        is_new = lacking != self.summary.lacking
        return not self._as_json and (self.is_detailed or is_new or not is_plain)

    def ended(self, outcome: Outcome) -> None:
        """Tell what became of a unit."""
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
        """Tell that Ctrl-C was heard."""
        self.summary.is_interrupted = True
        click.echo(
            "Đang dừng: chờ các đơn vị đang lập dở. Nhấn Ctrl-C lần nữa để dừng ngay.", err=True
        )

    def end(self, written: Path | None) -> None:
        """Tell what became of all of them, and where it is `written`."""
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
    """Give what is to be said of a unit; of one in order only where units are told in detail."""
    delivery = outcome.delivery
    if outcome.state is State.FAULTY:
        word = screen.count(outcome.diagnostics)
        yield f"{click.style('✗', fg='red')} {outcome.unit}: chưa lập vì còn {word}"
    elif is_detailed and delivery.written:
        yield f"{click.style('✓', fg='green')} {outcome.unit}"
        yield from (f"    {path}" for path in delivery.written)
    elif is_detailed and delivery.unchanged:
        yield f"{click.style('=', fg='green')} {outcome.unit}: không có gì phải lập lại"
    elif is_detailed and not outcome.failures and not delivery.kept:
        yield f"- {outcome.unit}: không có văn bản nào phải lập thuộc loại đã chọn"
    for path in delivery.copies:
        yield f"{click.style('!', fg='yellow')} {outcome.unit}: bản sửa tay còn ở {path}"
    for path in delivery.kept:
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
