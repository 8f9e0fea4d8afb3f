"""What people made: questions, votes, favourites and settings, in a file that no load or swap touches."""

from bot.state.state import State

__all__ = ["State"]
