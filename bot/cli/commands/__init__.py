"""The commands, a file each, imported when one is called; `command` is what click runs."""
