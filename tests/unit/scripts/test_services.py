"""The processes of the assistant, and where they listen."""

import pytest

from scripts import services
from scripts.console import Problem


def test_operators_come_to_the_application_unless_they_have_a_port():
    assert services.ports({}) == services.Ports("127.0.0.1", 8080, 5005, 5055, None)
    assert services.ports({"OCPI_PORT": " "}).ocpi is None


def test_operators_have_a_process_of_their_own():
    chosen = services.ports({"OCPI_PORT": "8081", "HOST": "0.0.0.0"})
    service = services.ocpi(chosen, 8081)
    assert service.command[1:] == ("-m", "channels.ocpi")
    assert (service.environment["OCPI_PORT"], service.environment["HOST"]) == ("8081", "0.0.0.0")


@pytest.mark.parametrize("ports", [{"OCPI_PORT": "8080"}, {"RASA_PORT": "5055"}])
def test_two_processes_cannot_share_a_port(ports):
    with pytest.raises(Problem, match="different ports"):
        services.ports(ports)


def test_a_port_is_a_number():
    with pytest.raises(Problem, match="OCPI_PORT is to be a port"):
        services.ports({"OCPI_PORT": "ocpi"})
