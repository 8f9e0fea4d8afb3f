"""Documents of a load read by workers on any machines that reach the database: jobs in PostgreSQL, by procrastinate."""
