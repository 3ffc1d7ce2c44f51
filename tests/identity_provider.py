"""An OpenID Connect provider of the tests' own, over real HTTP, that can be told to misbehave in any one way."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "first"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "first"})
"""Another one, under the same id."""
NEXT_KEY = RSAKey.generate_key(2048, {"kid": "second"})


@dataclass
class Asked:
    """A request that came in."""

    method: str
    path: str
    headers: dict[str, str]
    form: dict[str, str]


Answer = tuple[int, bytes] | Callable[["IdentityProvider", Asked], Awaitable[tuple[int, bytes]]]


@dataclass
class IdentityProvider:
    """One provider. Whoever comes is `subject`, and its tokens say `claims` about them."""

    issuer: str
    subject: str = "ann"
    claims: dict[str, Any] = field(default_factory=dict)
    "Said in the id_token beside the usual; a claim that is None is left out."
    userinfo: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    signer: RSAKey = field(default_factory=lambda: KEY)
    published: list[RSAKey] = field(default_factory=lambda: [KEY])
    metadata: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    "What is answered at a path instead of what should be."
    token: Callable[[dict[str, Any]], str] | None = None
    "Makes the id_token of the claims."
    sends_issuer: str | None = None
    "`iss` beside the code."
    client: tuple[str, str] = ("milepost", "s3cret")
    asked: list[Asked] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def approve(self, location: str) -> str:
        """What a person does at the provider: the address to which the browser is sent back."""
        assert location.startswith(f"{self.issuer}/authorize?"), location
        asked = dict(parse_qsl(urlsplit(location).query))
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        back = {"code": code, "state": asked["state"]}
        if self.sends_issuer is not None:
            back["iss"] = self.sends_issuer
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def signed(self, claims: dict[str, Any]) -> str:
        """A token with these claims, as this provider signs."""
        return _signed({"alg": "RS256", "kid": self.signer.kid} | self.header, claims, self.signer)

    def access_token(self, audience: Any, **claims: Any) -> str:
        """An access token for a program, as this provider signs."""
        now = int(time.time())
        usual = {"iss": self.issuer, "aud": audience, "sub": self.subject, "iat": now, "exp": now + 300}
        told = {name: value for name, value in (usual | claims).items() if value is not None}
        header = {"alg": "RS256", "kid": self.signer.kid, "typ": "at+jwt"}
        return _signed(header | self.header, told, self.signer)

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(1 for each in self.asked if each.path == path)

    async def answer(self, asked: Asked) -> tuple[int, bytes]:
        """The answer to a request: the one that was ordered, or the right one."""
        self.asked.append(asked)
        ordered = self.answers.get(asked.path)
        if ordered is not None:
            return await ordered(self, asked) if callable(ordered) else ordered
        return self.right(asked)

    def right(self, asked: Asked) -> tuple[int, bytes]:
        """The answer of a provider that behaves."""
        if asked.path == "/.well-known/openid-configuration":
            return _json(self._configuration() | self.metadata)
        if asked.path == "/jwks":
            return _json({"keys": [key.as_dict(private=False) for key in self.published]})
        if asked.path == "/token" and asked.method == "POST":
            return self._exchange(asked)
        if asked.path == "/userinfo":
            return _json({"sub": self.subject} | self.userinfo)
        return 404, b"{}"

    def _configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "end_session_endpoint": f"{self.issuer}/logout",
            "id_token_signing_alg_values_supported": ["RS256"],
            "authorization_response_iss_parameter_supported": self.sends_issuer is not None,
        }

    def _exchange(self, asked: Asked) -> tuple[int, bytes]:
        begun = self._codes.pop(asked.form.get("code", ""), None)
        if begun is None or not self._is_client(asked):
            return 400, b'{"error": "invalid_grant"}'
        digest = hashlib.sha256(asked.form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != begun["code_challenge"]:
            return 400, b'{"error": "invalid_grant"}'
        now = int(time.time())
        usual = {"iss": self.issuer, "aud": self.client[0], "sub": self.subject, "nonce": begun["nonce"]}
        claims = usual | {"iat": now, "exp": now + 300} | self.claims
        told = {name: value for name, value in claims.items() if value is not None}
        token = self.token(told) if self.token is not None else self.signed(told)
        return _json({"access_token": "opaque", "token_type": "Bearer", "id_token": token})

    def _is_client(self, asked: Asked) -> bool:
        basic = base64.b64encode(":".join(self.client).encode()).decode()
        return unquote(asked.headers.get("authorization", "")) == f"Basic {basic}"


def _signed(header: dict[str, Any], claims: dict[str, Any], key: RSAKey) -> str:
    """RS256, whatever the header says: a library would keep us from misbehaving."""
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims)]
    body = b".".join(parts)
    signature = key.private_key.sign(body, PKCS1v15(), SHA256())
    return (body + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode()


def _json(document: Any) -> tuple[int, bytes]:
    return 200, json.dumps(document).encode()


@asynccontextmanager
async def identity_provider(**knobs: Any) -> AsyncIterator[IdentityProvider]:
    """A running provider on a port of its own."""
    made: list[IdentityProvider] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ", 2)
            pairs = (line.split(":", 1) for line in head[1:] if ":" in line)
            headers = {name.strip().lower(): value.strip() for name, value in pairs}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            status, content = await made[0].answer(Asked(method, urlsplit(target).path, headers, form))
            more = "location: http://127.0.0.1:9/\r\n" if 300 <= status < 400 else ""
            told = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n{more}"
            writer.write(f"{told}connection: close\r\n\r\n".encode() + content)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=2**20)
    port = server.sockets[0].getsockname()[1]
    made.append(IdentityProvider(f"http://127.0.0.1:{port}", **knobs))
    try:
        yield made[0]
    finally:
        server.close()
