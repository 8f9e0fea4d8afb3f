"""Signatures that nobody else can make: of a visitor's cookie, of an address that is a secret."""

from __future__ import annotations

import hmac
import secrets

LENGTH = 40  # hexadecimal digits, 160 bits


class Signer:
    """Signs texts by HMAC with SHA-256 (RFC 2104), each under the name of its purpose.

    Argument: the secret, a token of Telegram; a new one revokes all signatures. Without one they hold until the end
    of the program.
    """

    def __init__(self, secret: str) -> None:
        self._key = hmac.digest(secret.encode() or secrets.token_bytes(), b"jianda signatures", "sha256")

    def sign(self, purpose: str, text: str) -> str:
        """The signature of a text."""
        return hmac.digest(self._key, f"{purpose}\x1f{text}".encode(), "sha256").hex()[:LENGTH]

    def holds(self, purpose: str, text: str, signature: str) -> bool:
        """Whether a signature is that of a text, told in constant time."""
        return hmac.compare_digest(self.sign(purpose, text).encode(), signature.encode(errors="replace"))
