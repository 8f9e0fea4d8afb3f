"""Candidates, their order, what is quoted of them, how sure it is."""
