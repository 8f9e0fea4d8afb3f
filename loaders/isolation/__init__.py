"""Files of others are read in child processes with limits."""
