"""Certificate authorities for tests, and certificates of theirs, made by OpenSSL's command."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.support.debian import program, run

NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
DAYS = "2"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Two files in PEM."""

    certificate: Path
    key: Path


def make_authority(folder: Path, name: str) -> Certificate:
    """An authority whose certificate is `NAME.crt`."""
    made = Certificate(folder / f"{name}.crt", folder / f"{name}.key")
    _openssl(
        "-x509", "-subj", f"/CN={name}", "-keyout", str(made.key), "-out", str(made.certificate)
    )
    return made


def make_certificate(folder: Path, authority: Certificate, host: str) -> Certificate:
    """A server's certificate, for one host name or address."""
    made = Certificate(folder / f"{host}.crt", folder / f"{host}.key")
    kind = "IP" if host.replace(".", "").isdigit() else "DNS"
    _openssl(
        "-x509",
        *("-CA", str(authority.certificate), "-CAkey", str(authority.key)),
        *("-subj", f"/CN={host}", "-addext", f"subjectAltName={kind}:{host}"),
        *("-addext", "basicConstraints=critical,CA:FALSE"),
        *("-keyout", str(made.key), "-out", str(made.certificate)),
    )
    return made


def _openssl(*arguments: str) -> None:
    ran = run([program("openssl"), "req", *NEW_KEY, "-days", DAYS, *arguments])
    assert ran.returncode == 0, ran.stderr
