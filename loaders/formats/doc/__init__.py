"""Word 97 and WPS files."""
