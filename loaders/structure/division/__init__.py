"""A file divided into its documents: their heads, where they begin, their stretches of lines."""
