"""Where webhooks may not go, in every form of address that is known to have fooled somebody."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.addresses import forbidden_reason
from domain.kernel.targets import LONGEST, ForbiddenTarget, check_url

INSIDE_TEXT = """
0.0.0.0 0.1.2.3 127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 169.254.0.1
100.64.0.1 100.100.100.200 100.127.255.255 192.0.0.192 192.0.0.1 168.63.129.16 192.88.99.1 192.0.2.1 198.18.0.1
198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:169.254.169.254 ::ffff:100.64.0.1
64:ff9b::a9fe:a9fe 64:ff9b::7f00:1 64:ff9b:1::1
2002:7f00:1:: 2002:a9fe:a9fe::1 2002:808:808::1 2001:0:7f00:1:: 2001:0:808:808::80ff:fffe
fe80::1 fe80::1%eth0 febf::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 ff0e::1 2001:db8::1 3fff::1 5f00::1 100::1
"""
PUBLIC_TEXT = """
8.8.8.8 1.1.1.1 93.184.216.34 2606:4700::1111 2a00:1450:4001::1 64:ff9b::808:808 ::ffff:8.8.8.8
"""
INSIDE, PUBLIC = INSIDE_TEXT.split(), PUBLIC_TEXT.split()


@pytest.mark.parametrize("text", INSIDE)
def test_nothing_goes_inside(text: str) -> None:
    assert forbidden_reason(ip_address(text)) is not None


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_are_open(text: str) -> None:
    assert forbidden_reason(ip_address(text)) is None


@given(st.sampled_from([text for text in INSIDE if ":" not in text]))
def test_no_wrapping_of_an_inner_address_opens_it(text: str) -> None:
    inner = int(IPv4Address(text))
    wrapped = [
        inner,
        0xFFFF << 32 | inner,
        0x0064FF9B << 96 | inner,
        0x2002 << 112 | inner << 80 | 1,
        0x20010000 << 96 | inner << 64 | (0x08080808 ^ 0xFFFFFFFF),
        0x20010000 << 96 | 0x08080808 << 64 | (inner ^ 0xFFFFFFFF),
    ]
    for value in wrapped:
        assert forbidden_reason(IPv6Address(value)) is not None


def test_the_operator_opens_networks() -> None:
    loopback = [ip_network("127.0.0.0/8"), ip_network("::1/128")]
    for text in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        assert forbidden_reason(ip_address(text), loopback) is None
    for text in ("10.0.0.1", "169.254.169.254", "fd00::1", "::ffff:10.0.0.1"):
        assert forbidden_reason(ip_address(text), loopback) is not None


def test_the_installations_own_addresses_are_closed() -> None:
    own = [ip_address("8.8.8.8")]
    assert forbidden_reason(ip_address("8.8.8.8"), own=own) == "own"
    assert forbidden_reason(ip_address("::ffff:8.8.8.8"), own=own) == "own"
    assert forbidden_reason(ip_address("64:ff9b::808:808"), own=own) == "own"


REFUSED = [
    "", "example.com", "//example.com", "https:example.com", "https:/example.com", "https://", "https:///path",
    "file:///etc/passwd", "gopher://example.com", "ftp://example.com", "unix:///run/x", "http+unix://x/y", "dict://h:11",
    "data:text/plain,x", "ws://example.com", "javascript:alert(1)", "http://example.com", "HTTP://example.com",
    "https://user:pass@example.com", "https://user@example.com", "https://@example.com", "https://example.com@127.0.0.1",
    "https://127.0.0.1", "https://127.1", "https://2130706433", "https://0x7f000001", "https://0177.0.0.1",
    "https://①②⑦.⓪.⓪.①", "https://127。0。0。1", "https://0.0.0.0", "https://[::1]", "https://[::]",
    "https://[::ffff:169.254.169.254]", "https://[::ffff:7f00:1]", "https://[fe80::1%25eth0]", "https://[fe80::1%eth0]",
    "https://169.254.169.254/latest/meta-data/", "https://metadata.google.internal", "https://[fd00:ec2::254]/",
    "https://100.100.100.200", "https://localhost", "https://localhost.", "https://LOCALHOST", "https://a.localhost",
    "https://redis:6379", "https://redis", "https://printer.local", "https://api.milepost.example/hook",
    "https://example.com:22", "https://example.com:25", "https://example.com:5432", "https://example.com:6379",
    "https://example.com:0", "https://example.com:65536", "https://example.com:", "https://example.com:+80",
    "https://example.com:08080", "https://example.com:8o", "https://example.com:٨٠٨٠", "https://[::1", "https://::1/",
    "https://example.com#part", "https://example.com/#", "https://example.com\\@127.0.0.1/", "https:\\\\example.com",
    "https://exa mple.com", "https://example.com/a b", "https://exam\tple.com", "https://example.com/\r\nx: y",
    "https://example.com/%0d%0aX: y", "https://example.com/%0D%0AX", "https://example.com/%00", "https://exa%6dple.com",
    "https://example..com", "https://-example.com", "https://exa_mple.com", "https://example.com/ü", " https://example.com",
    "https://example.com\n", "https://256.1.1.1", "https://1.2.3", "https://" + "a" * 64 + ".com",
    "https://" + "a." * 127 + "com", "https://xn--a.com",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(ForbiddenTarget):
        check_url(text, own_hosts={"api.milepost.example"})


def test_addresses_inside_are_refused_in_one_neutral_sentence() -> None:
    told = set()
    for host in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[fd00:ec2::254]"):
        with pytest.raises(ForbiddenTarget) as refusal:
            check_url(f"https://{host}/")
        told.add(str(refusal.value))
    assert len(told) == 1


def test_the_longest_address() -> None:
    start = "https://example.com/"
    assert check_url(start + "a" * (LONGEST - len(start)))
    with pytest.raises(ForbiddenTarget, match="2048"):
        check_url(start + "a" * (LONGEST - len(start) + 1))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM:443/Hook?a=B", "https://example.com/Hook?a=B"),
        ("https://example.com.?q", "https://example.com/?q"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        (
            "https://hooks.example.co.uk:80/%C3%BC//../x?y=%20#"[:-1],
            "https://hooks.example.co.uk:80/%C3%BC//../x?y=%20",
        ),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://faß.example", "https://xn--fa-hia.example/"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2606:4700:0::1111]:9443/", "https://[2606:4700::1111]:9443/"),
        ("https://аpple.com", "https://xn--pple-43d.com/"),
    ],
)
def test_what_is_taken_has_one_spelling(text: str, url: str) -> None:
    target = check_url(text)
    assert target.url == url
    assert check_url(target.url) == target


def test_development_takes_plain_http_and_local_names() -> None:
    loopback = [ip_network("127.0.0.0/8"), ip_network("::1/128")]
    for text in ("http://localhost:9000/", "http://127.0.0.1:9000/", "http://[::1]:9000/", "http://receiver/"):
        assert check_url(text, allow_http=True, allowed=loopback).url == text
    with pytest.raises(ForbiddenTarget):
        check_url("http://10.0.0.1/", allow_http=True, allowed=loopback)
    with pytest.raises(ForbiddenTarget):
        check_url("http://localhost:5432/", allow_http=True, allowed=loopback)


@given(st.text(max_size=40), st.sampled_from(["", "https://", "https://a.example/", "https://a.example:"]))
def test_whatever_is_typed_is_taken_or_refused(text: str, start: str) -> None:
    try:
        target = check_url(start + text)
    except ForbiddenTarget:
        return
    assert target.url.isascii()
    assert check_url(target.url) == target
