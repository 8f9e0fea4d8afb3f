"""What only a knowledge base in a file of SQLite needs: its full-text search, what its faults mean."""
