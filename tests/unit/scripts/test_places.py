import errno
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import console, places, services
from scripts.console import Problem


def test_a_taken_port_is_one_sentence_with_a_way_out() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(Problem) as problem:
            places.need_port("127.0.0.1", port, "PORT", "the application")
    assert str(problem.value) == (
        f"Port {port} is taken by another program, and the application needs it: stop that program"
        f" or choose another port, such as `PORT={port + 10} make run`."
    )


def test_a_port_with_only_closed_connections_is_free() -> None:
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    places.need_port("127.0.0.1", port, "PORT", "the application")


def test_an_address_of_another_machine_is_said_so() -> None:
    with pytest.raises(Problem, match=r"cannot listen on 192\.0\.2\.1 .*check HOST"):
        places.need_port("192.0.2.1", 8080, "PORT", "the application")


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_one_sentence(text: str) -> None:
    with pytest.raises(Problem, match="PORT is to be a port"):
        services.ports({"PORT": text})


def test_ports_have_defaults_and_must_differ() -> None:
    chosen = services.ports({})
    assert (chosen.host, chosen.app, chosen.rasa, chosen.actions) == ("127.0.0.1", 8080, 5005, 5055)
    with pytest.raises(Problem, match="different ports"):
        services.ports({"PORT": "5005"})


def test_the_address_for_a_browser() -> None:
    assert services.Ports("0.0.0.0", 1, 2, 3).url == "http://127.0.0.1:1"
    assert services.Ports("::1", 1, 2, 3).url == "http://[::1]:1"


def test_too_little_space_is_one_sentence(tmp_path: Path) -> None:
    places.need_space(tmp_path, 0.000001, "training")
    with pytest.raises(Problem, match=r"The disk is too full: training needs 1e\+06 GB"):
        places.need_space(tmp_path, 1_000_000, "training")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Problem, match="cannot be written"):
        places.make_folder(tmp_path / "file" / "var")
    with pytest.raises(Problem, match="cannot be written"):
        places.make_folder(tmp_path / "file")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/x"),
            "/x cannot be written (Permission denied)",
        ),
    ],
)
def test_errors_of_the_disk_end_as_a_sentence(
    error: OSError, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def main() -> int:
        raise error

    assert console.guarded(main) == 1
    assert sentence in capsys.readouterr().err


def test_a_fault_of_ours_stays_a_traceback() -> None:
    def main() -> int:
        raise OSError(errno.EIO, "something else")

    with pytest.raises(OSError, match="something else"):
        console.guarded(main)


def test_a_terminal_without_thai_still_gets_its_lines() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from scripts.console import say; say('ขอ price')"],
        env={"PYTHONIOENCODING": "ascii"},
        cwd=places.ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"?? price\n"
