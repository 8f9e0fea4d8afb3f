"""A server of PostgreSQL: a line to it, what its faults mean, and a knowledge base that is read from it."""
