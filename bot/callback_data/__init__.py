"""What buttons carry: a typed kind for each of them."""
