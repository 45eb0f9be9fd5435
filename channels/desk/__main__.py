"""`python -m channels.desk password NAME`: makes an entry of the setting DESK_USERS."""

import argparse
import getpass
import sys

from channels.desk.users import LONGEST_PASSWORD, NAME, SHORTEST_PASSWORD, Hash


def main(arguments: list[str] | None = None) -> int:
    """Ask for a password and print the entry; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m channels.desk", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    password = commands.add_parser("password", help="make a user's entry of DESK_USERS")
    password.add_argument("name", help="up to 40 letters, digits, '.', '_' or '-'")
    name = parser.parse_args(arguments).name
    if not NAME.fullmatch(name):
        return _refuse("a name has up to 40 letters, digits, '.', '_' or '-'")
    if sys.stdin.isatty():
        typed = getpass.getpass(f"Password of {name}: ")
        if getpass.getpass("Once more: ") != typed:
            return _refuse("these were two different passwords")
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    if not SHORTEST_PASSWORD <= len(typed) <= LONGEST_PASSWORD:
        return _refuse(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    print(f"{name}:{Hash.make(typed)}")
    print("Add it to DESK_USERS; several are separated by commas.", file=sys.stderr)
    return 0


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
