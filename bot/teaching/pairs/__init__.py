"""/pairs: the stored questions for editors, and what can be changed of each."""
