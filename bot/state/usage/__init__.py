"""What people asked and thought of it: question log, votes, favourites, statistics."""
