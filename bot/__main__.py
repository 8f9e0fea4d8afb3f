"""`python -m bot` is `jianda`."""

from bot.cli.main import main

main(prog_name="jianda")
