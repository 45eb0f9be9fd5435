"""`python -m knowledge ocpi …`: operators, their tokens, their feeds."""

import argparse
import os
import random
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from knowledge.charging.ocpi import feed, parties, stream
from knowledge.charging.ocpi.pull import pull
from knowledge.charging.ocpi.roll import roll_of
from knowledge.database import Database


def add_parsers(commands: Any) -> None:
    """Add the commands; each sets `run(database, arguments)`."""
    group = commands.add_parser("ocpi", help="charging operators that speak OCPI with us")
    verbs = group.add_subparsers(dest="verb", required=True)

    add = verbs.add_parser("add", help="enter an operator, or give it a new token; the token is shown once")
    add.add_argument("country_code", help="two letters, such as MY")
    add.add_argument("party_id", help="three characters, such as CSN")
    add.add_argument("--name", required=True, help="as customers know it")
    add.add_argument("--network", help="its network, as customers ask for it")
    add.add_argument("--versions-url", help="its OCPI versions endpoint; no other host is ever asked")
    add.add_argument("--plain-token", action="store_true", help="tokens travel as they are, not in Base64")
    add.set_defaults(run=_add)

    listing = verbs.add_parser("list", help="the operators, with what is on record of each")
    listing.set_defaults(run=_list)

    refusals = verbs.add_parser("refusals", help="what of an operator's data cannot be used, and why")
    refusals.add_argument("operator", help="such as MY*CSN")
    refusals.set_defaults(run=_refusals)

    remove = verbs.add_parser("remove", help="remove an operator with its sites and tariffs")
    remove.add_argument("operator", help="such as MY*CSN")
    remove.set_defaults(run=_remove)

    pulling = verbs.add_parser("pull", help="ask an operator for what has changed since the last time")
    pulling.add_argument("operator", help="such as MY*CSN; its token for us is read from OCPI_TOKEN_MY_CSN")
    pulling.add_argument("--full", action="store_true", help="ask for everything; remove what is gone")
    pulling.add_argument("--url", help="its Locations endpoint, where it has no versions endpoint")
    pulling.add_argument("--spread", type=int, default=0, help="wait up to so many seconds before asking")
    pulling.set_defaults(run=_pull)

    load = verbs.add_parser("load", help="take an operator's Locations or tariffs from a file")
    load.add_argument("operator", help="such as MY*CSN")
    load.add_argument("file", type=Path, help="JSON: a list, or an OCPI answer with one")
    load.add_argument("--full", action="store_true", help="the file is all there is: remove the rest")
    load.set_defaults(run=_load)


def _add(database: Database, arguments: argparse.Namespace) -> str:
    with database.transaction() as session:
        token = parties.add(
            session,
            arguments.country_code,
            arguments.party_id,
            name=arguments.name,
            network=arguments.network,
            versions_url=arguments.versions_url,
            plain_token=arguments.plain_token,
        )
    key = parties.key_of(arguments.country_code, arguments.party_id)
    form = "as it is" if arguments.plain_token else "in Base64, as OCPI 2.2.1 has it"
    return f"{key} may come in with this token, sent {form}. It is not shown again:\n{token}"


def _list(database: Database, arguments: argparse.Namespace) -> str:
    lines = []
    with database.reading() as session:
        for each in parties.operators(session):
            sites, shown, tariffs, refused = parties.counts(session, each.key)
            state = "open" if each.enabled and each.token_digest else "closed"
            pulled = each.pulled_at.strftime("%Y-%m-%d %H:%M UTC") if each.pulled_at else "never"
            lines.append(
                f"{each.key} {each.owner.name} (network {each.owner.network or '–'}): {state}; "
                f"{sites} sites, {shown} shown; {tariffs} tariffs; {refused} refusals; pulled: {pulled}"
            )
    return "\n".join(lines) or "no operators yet: `python -m knowledge ocpi add`"


def _refusals(database: Database, arguments: argparse.Namespace) -> str:
    with database.reading() as session:
        found = parties.refusals(session, parties.find(session, arguments.operator).key)
    lines = [f"{at:%Y-%m-%d %H:%M} {object_id}: {reason}" for object_id, reason, at in found]
    return "\n".join(lines) or "nothing was refused"


def _remove(database: Database, arguments: argparse.Namespace) -> str:
    with database.transaction() as session:
        operator = parties.find(session, arguments.operator)
        parties.remove(session, operator.key)
    return f"{operator.key} is removed, with its sites and tariffs"


def _pull(database: Database, arguments: argparse.Namespace) -> str:
    variable = "OCPI_TOKEN_" + arguments.operator.upper().replace("*", "_")
    token = os.environ.get(variable, "").strip()
    if not token:
        raise parties.OperatorError(f"{variable} is not set: it holds the token that the operator gave us")
    if arguments.spread > 0:
        # So that many receivers do not ask an operator at the same minute.
        time.sleep(random.uniform(0, arguments.spread))  # noqa: S311 (no secret)
    return str(pull(database, arguments.operator, token, full=arguments.full, locations_url=arguments.url))


def _load(database: Database, arguments: argparse.Namespace) -> str:
    with database.reading() as session:
        operator = parties.find(session, arguments.operator)
    tally = feed.Tally()
    try:
        with arguments.file.open(encoding="utf-8-sig") as file:
            # All of it once beforehand: of a file that breaks off nothing is taken.
            for _ in stream.objects(file.read):
                pass
            file.seek(0)
            with roll_of(database, operator) if arguments.full else nullcontext() as roll:
                feed.take(database, operator, stream.objects(file.read), tally, roll)
                if roll is not None and roll.seen:
                    feed.remove_missing(database, operator, roll, tally)
    except OSError as error:
        raise parties.OperatorError(f"{arguments.file} cannot be read: {error}") from error
    return str(tally)
