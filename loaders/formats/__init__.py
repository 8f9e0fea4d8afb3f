"""One loader a format: a file to its text, with what the format says of it."""

FORMATS = (
    "Markdown",
    "OFD",
    "PDF",
    "Word 97",
    "csv",
    "docx",
    "html",
    "mht",
    "odt",
    "picture",
    "plain text",
    "rtf",
    "xls",
    "xlsx",
)
"""Their names, for whoever tells of them and reads no file."""
