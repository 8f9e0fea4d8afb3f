"""One typed, frozen configuration; secrets masked."""
