"""Goals with values."""
