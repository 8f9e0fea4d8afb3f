"""How good answers are, and the fitting of their weights."""
