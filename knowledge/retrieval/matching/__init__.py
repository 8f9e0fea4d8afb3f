"""How much of a question stands in a candidate: its concepts by any of their words, weighed by rarity."""
