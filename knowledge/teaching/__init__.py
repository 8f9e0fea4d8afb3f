"""What editors taught: lessons as plain data, answered before the search."""
