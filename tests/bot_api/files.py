"""Files that the bot sends or asks for."""

from __future__ import annotations

from struct import unpack

from .errors import ApiError, BadRequest, Json, Violation
from .kinds import Upload, text
from .method import Arguments, Method
from .state import Attachment
from .world import World

DOWNLOAD_BYTES = 20 * 2**20
DOCUMENT_BYTES = 50 * 2**20
PHOTO_BYTES = 10 * 2**20
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_UNREAD_SIZE = (800, 600)


def attachment_of(world: World, kind: str, value: str | Upload) -> Attachment:
    """The file a call sends: a new one, or one the server has."""
    if isinstance(value, Upload):
        return _uploaded(world, kind, value)
    if value.startswith(("http://", "https://")):
        raise BadRequest("failed to get HTTP URL content: this fake is offline")
    stored = world.files.get(value)
    if stored is None or stored.attachment.kind != kind:
        raise BadRequest("wrong file identifier/HTTP URL specified")
    return stored.attachment


def get_file(world: World, args: Arguments) -> Json:
    """Say where a file can be downloaded."""
    stored = world.files.get(args["file_id"])
    if stored is None:
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    attachment = stored.attachment
    if attachment.size > DOWNLOAD_BYTES:
        raise BadRequest("file is too big")
    unique = f"unique-{attachment.file_id}"
    return {
        "file_id": attachment.file_id,
        "file_unique_id": unique,
        "file_size": attachment.size,
        "file_path": stored.path,
    }


def download(world: World, path: str) -> bytes:
    """The content behind a file path."""
    for stored in world.files.values():
        if stored.path == path:
            return stored.content
    raise ApiError(404, "Not Found")


def _uploaded(world: World, kind: str, upload: Upload) -> Attachment:
    size = len(upload.content)
    if not size:
        raise Violation("file must be non-empty")
    if size > (PHOTO_BYTES if kind == "photo" else DOCUMENT_BYTES):
        raise ApiError(413, "Request Entity Too Large")
    width, height = _photo_size(upload.content) if kind == "photo" else (0, 0)
    new = Attachment(kind, "", upload.name, upload.mime_type, size, width, height)
    return world.add_file(new, upload.content)


def _photo_size(content: bytes) -> tuple[int, int]:
    if not content.startswith((_PNG, _JPEG)):
        raise Violation("IMAGE_PROCESS_FAILED: neither PNG nor JPEG")
    width, height = unpack(">II", content[16:24]) if content.startswith(_PNG) else _UNREAD_SIZE
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise Violation(f"PHOTO_INVALID_DIMENSIONS: {width} x {height}")
    return width, height


METHODS = {"getFile": Method(get_file, {"file_id": text})}
