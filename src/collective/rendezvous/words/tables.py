"""Tables as files that a spreadsheet opens: CSV as France's Excel and LibreOffice read it."""

from collections.abc import Iterable
from collections.abc import Sequence
from io import TextIOWrapper
from tempfile import TemporaryFile
from typing import Any
from typing import BinaryIO

import csv


DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is taken for a formula, and what a visitor typed would be run."""

MIME = "text/csv; charset=utf-8"


def csv_file(rows: Iterable[Sequence[Any]]) -> BinaryIO:
    """Write the rows to a temporary file, row by row: UTF-8 with a mark at its beginning, semicolons.

    It is open, at its beginning, and goes when it is closed.
    """
    file: BinaryIO = TemporaryFile()  # noqa: SIM115
    text = TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    text.flush()
    text.detach()
    file.seek(0)
    return file


def cell(value: Any) -> str:
    """A value as a cell; None is empty. No text is ever a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text
