"""Of what a fact is said: whether its words tell that, and what around them does."""
