"""Questions with their answers: the ways of asking for a fact, and what a stored question must be."""
