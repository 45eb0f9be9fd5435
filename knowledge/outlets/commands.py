"""`python -m knowledge outlets …`: the network, for those who look after it."""

from typing import Any

from knowledge.outlets import staff
from knowledge.outlets.importing import commands as importing


def add_parsers(commands: Any) -> None:
    """Add the commands; each sets `run(database, arguments)`."""
    group = commands.add_parser("outlets", help="showrooms and service centres, and what can be booked there")
    verbs = group.add_subparsers(dest="verb", required=True)
    importing.add_parser(verbs)
    staff.add_parsers(verbs)
