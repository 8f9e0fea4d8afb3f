"""What terms mean, said outright or by what follows them, and what belongs to a sort of things."""
