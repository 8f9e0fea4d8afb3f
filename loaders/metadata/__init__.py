"""What is known of a document beside its text, and corpus.toml, which says what it does not say itself."""
