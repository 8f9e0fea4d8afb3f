"""The ways a Bot API call may be written in HTTP: query string, form, JSON and multipart."""

from __future__ import annotations

import json
from email.message import Message as Headers
from email.parser import HeaderParser
from typing import Any
from urllib.parse import parse_qsl, unquote

from .errors import Violation
from .kinds import Upload

Parameters = dict[str, Any]
Uploads = dict[str, Upload]


def read_query(query: str) -> Parameters:
    """The parameters in a URL."""
    return dict(parse_qsl(query, keep_blank_values=True))


def read_body(content_type: str, body: bytes) -> tuple[Parameters, Uploads]:
    """The parameters and files in a body."""
    header = _headers(f"Content-Type: {content_type}")
    kind = header.get_content_type() if content_type else ""
    if not body:
        return {}, {}
    if kind == "application/json":
        return _read_json(body), {}
    if kind == "application/x-www-form-urlencoded":
        return read_query(body.decode()), {}
    if kind == "multipart/form-data":
        return _read_multipart(str(header.get_param("boundary", "")).encode(), body)
    raise Violation(f"unsupported content type {content_type!r}")


def _read_json(body: bytes) -> Parameters:
    try:
        value = json.loads(body)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Violation("can't parse the JSON body")
    return value


def _read_multipart(boundary: bytes, body: bytes) -> tuple[Parameters, Uploads]:
    parameters: Parameters = {}
    uploads: Uploads = {}
    # The first line of a body stands for itself; every later boundary begins with a line break.
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        header = _headers(head.decode())
        name = _parameter(header, "name")
        if header.get_param("filename", header="content-disposition") is None:
            parameters[name] = content.decode()
        else:
            uploads[name] = Upload(_parameter(header, "filename"), content, header.get_content_type())
    return parameters, uploads


def _headers(text: str) -> Headers:
    return HeaderParser().parsestr(text)


def _parameter(header: Headers, name: str) -> str:
    value = header.get_param(name, "", header="content-disposition")
    # A browser and httpx escape quotes and line breaks in names as %22 and %0D.
    return unquote(value) if isinstance(value, str) else value[2]
