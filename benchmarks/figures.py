"""What a benchmark finds: a number under a key, what it means, and the goal that it is held to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number; `says` what it is and of how many documents, `at_least` or `at_most` the goal."""

    key: str
    value: float
    says: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def goal(self) -> str:
        """The goal in words; empty where there is none."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"

    @property
    def holds(self) -> bool | None:
        """Tell whether the goal is met; None where there is none."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return None if self.at_most is None else self.value <= self.at_most

    def row(self) -> str:
        """Give the row of the table."""
        verdict = {True: "holds", False: "**missed**", None: ""}[self.holds]
        return f"| `{self.key}` | {self.value:,.4g} | {self.goal} | {verdict} | {self.says} |"


HEAD = "| figure | value | goal | | what |\n|---|---:|---:|---|---|"
