"""What is wrong with a file that is imported: file, row, what, and what to do about it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a row; `row` is None where it is the whole file."""

    file: str
    row: int | None
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}{'' if self.row is None else f', row {self.row}'}: {self.what}: {self.cure}"


class ImportFailedError(Exception):
    """The file has problems; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass
class Report:
    """Collects the problems of one file."""

    file: Path
    problems: list[Problem] = field(default_factory=list)

    def note(self, row: int | None, what: str, cure: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file.name, row, what, cure))

    def close(self) -> None:
        """Raise ImportFailedError where there was a problem."""
        if self.problems:
            raise ImportFailedError(self.problems)
