"""What every test is held to does hold."""

import asyncio
import contextlib
import logging
import socket
import urllib.request

import pytest


def test_a_network_socket_is_refused(no_sockets) -> None:
    with pytest.raises(AssertionError, match="socket"):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    assert no_sockets.seen
    no_sockets.seen.clear()


def test_a_refusal_is_remembered_although_the_code_swallows_it(no_sockets) -> None:
    with contextlib.suppress(BaseException):
        urllib.request.urlopen("http://127.0.0.1:9")
    assert no_sockets.seen
    no_sockets.seen.clear()


def test_asyncio_may_still_wake_itself(no_sockets) -> None:
    asyncio.run(asyncio.sleep(0))
    assert not no_sockets.seen


def test_an_unexpected_warning_is_a_surprise(log_lines) -> None:
    logging.getLogger("rondo.test").warning("the disk is full")
    assert log_lines.surprises() == ["rondo.test: the disk is full"]
    log_lines.expect("disk")
    assert log_lines.surprises() == []


def test_an_expected_line_that_does_not_come_is_missed(log_lines) -> None:
    log_lines.expect("disk")
    assert log_lines.missing() == ["disk"]
    log_lines.expected.clear()
    assert log_lines.lines == []
