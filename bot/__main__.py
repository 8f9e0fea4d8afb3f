"""`python -m bot` is `jianda`."""

from bot.cli import main

main(prog_name="jianda")
