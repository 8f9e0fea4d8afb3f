"""Marks on deadlines: done, postponed or not applicable, and what follows from them for a list."""
