"""Sealed tokens: facts that go out into the world and come back unchanged, or not at all.

A token is the facts and the first 64 bits of their HMAC-SHA256 in the URL's alphabet of base64.
The purpose is a part of what is sealed: a token for one thing opens no other.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error

MARK = 8  # bytes; whoever guesses has to ask the bot each time


def seal(key: bytes, purpose: str, facts: bytes) -> str:
    """The token of these facts: 4 characters for each 3 bytes of them and of the mark."""
    return urlsafe_b64encode(facts + _mark(key, purpose, facts)).rstrip(b"=").decode()


def unseal(key: bytes, purpose: str, token: str) -> bytes:
    """The facts of a token. Raises ValueError for one that was not sealed for this purpose."""
    try:
        whole = urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
    except (Base64Error, UnicodeEncodeError) as error:
        raise ValueError("no token") from error
    facts, mark = whole[:-MARK], whole[-MARK:]
    is_whole = urlsafe_b64encode(whole).rstrip(b"=").decode() == token
    if not (is_whole and hmac.compare_digest(mark, _mark(key, purpose, facts))):
        raise ValueError("not sealed here")
    return facts


def _mark(key: bytes, purpose: str, facts: bytes) -> bytes:
    said = purpose.encode() + b"\0" + facts
    return hmac.new(key, said, hashlib.sha256).digest()[:MARK]
