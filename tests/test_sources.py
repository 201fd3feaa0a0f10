"""What no source of the package may hold: French outside the translations, an address beyond this machine."""

from collections.abc import Iterator
from pathlib import Path

import ast
import pytest
import re


PACKAGE = Path(__file__).parent.parent / "src" / "collective" / "rendezvous"
TRANSLATED = ("demo", "locales")
FOLDS_LETTERS = PACKAGE / "ledger" / "names.py"
FRENCH = re.compile("[àâçèéêëîïôùûœÀÂÇÈÉÊÎÔÛŒ]")
SOURCES = [
    path
    for path in sorted(PACKAGE.rglob("*"))
    if path.suffix in {".js", ".pt", ".py", ".xml", ".zcml"}
    and path.relative_to(PACKAGE).parts[0] not in TRANSLATED
    and path != FOLDS_LETTERS
]


def texts(path: Path) -> Iterator[str]:
    """Yield what a program says: the strings of Python without its docstrings, else every line."""
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        yield from source.splitlines()
        return
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    blocks = [node for node in ast.walk(tree) if isinstance(node, documented)]
    docstrings = {id(block.body[0].value) for block in blocks if ast.get_docstring(block)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_source_speaks_english(path):
    assert [text for text in texts(path) if FRENCH.search(text)] == []


def test_no_source_listens_beyond_this_machine():
    assert [path for path in SOURCES if "0.0.0.0" in path.read_text("utf-8")] == []
