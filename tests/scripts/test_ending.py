"""How commands end: a status, a sentence, never a traceback for what is no defect."""

from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.sites import Refused

import pytest
import subprocess
import sys


PRINTS = """
import sys
from collective.rendezvous.scripts.ending import status

def act():
    for number in range(%d):
        print(number)
    return 0

sys.exit(status(act))
"""


def refuse() -> int:
    raise Refused("There is no section.")


def test_what_is_refused_is_told_in_a_sentence(capsys):
    assert status(refuse) == 2
    assert capsys.readouterr().err == "There is no section.\n"


def test_a_defect_is_told_as_one():
    with pytest.raises(LookupError):
        status(lambda: {}["missing"])


@pytest.mark.parametrize("number", [1, 100_000])
def test_a_reader_that_goes_away_is_no_error(number):
    with subprocess.Popen(
        [sys.executable, "-c", PRINTS % number], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as command:
        command.stdout.close()
        complaint = command.stderr.read()
    assert complaint == ""
    assert command.returncode == 141
