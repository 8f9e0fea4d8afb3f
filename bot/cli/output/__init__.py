"""Tables, lists and progress in the terminal."""
