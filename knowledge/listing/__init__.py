"""Lists, comparisons and choices: several things that answer one question together."""
