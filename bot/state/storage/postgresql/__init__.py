"""The state in a database of PostgreSQL, for several replicas: one line to the server, its migrations, its faults."""
