"""Webhooks over TLS: to whoever proves the name, by an authority that the machine trusts, and to nobody else."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from domain.kernel.outbound.resolving import Resolver
from domain.kernel.outbound.strangers import trusted_certificates
from workers.outbound import Outbound

NAME = "hooks.example.com"
LOOPBACK = [IPv4Network("127.0.0.0/8")]


@dataclass
class Place:
    """A receiver that speaks TLS as `NAME`, and a client that trusts its authority."""

    outbound: Outbound
    port: int
    connections: int = 0

    def url(self, name: str) -> str:
        """Where it is by a name."""
        return f"https://{name}:{self.port}/hook"


def _certified(folder: Path) -> Path:
    """A certificate for the name, signed by itself, with its key behind it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*form))
    return path


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    path = _certified(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))  # as an operator adds an authority of his own
    trusted_certificates.cache_clear()
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(path)
    resolver = Resolver(lambda name: ["127.0.0.1"])
    made = Place(Outbound(resolver, LOOPBACK, allow_http=False), 0)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        made.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                assert f"host: {NAME}:{made.port}".encode() in head
                body = await reader.readexactly(100_000)
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 20000\r\n\r\n" + body[:20_000])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=serving)
    made.port = server.sockets[0].getsockname()[1]
    yield made
    made.outbound.close()
    resolver.close()
    server.close()
    await server.wait_closed()
    trusted_certificates.cache_clear()


async def test_requests_to_a_proven_name_go_over_one_kept_connection(place: Place) -> None:
    for _ in range(3):
        answer = await place.outbound.post(place.url(NAME), {"webhook-id": "event_1"}, b"x" * 100_000)
        assert (answer.status, answer.error) == (200, None)
        assert answer.excerpt == "x" * 16_384
    assert place.connections == 3, "an answer that was not read to its end leaves a connection that is not used again"


async def test_a_name_that_the_certificate_does_not_prove_is_not_told(place: Place) -> None:
    answer = await place.outbound.post(place.url("other.example.com"), {}, b"x" * 100_000)
    assert answer.status is None
    assert answer.error is not None
    assert answer.error.startswith("the certificate is not trusted")


async def test_what_speaks_no_tls_is_not_told(place: Place, plain_server: int) -> None:
    answer = await place.outbound.post(f"https://{NAME}:{plain_server}/hook", {}, b"x")
    assert (answer.status, answer.error) == (None, "no TLS connection")


@pytest.fixture
async def plain_server() -> AsyncIterator[int]:
    """The port of a server that answers everything in plain HTTP."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
