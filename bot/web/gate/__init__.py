"""Who visits, how they came in, and how much they ask."""
