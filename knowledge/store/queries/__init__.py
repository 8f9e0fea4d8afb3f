"""The reading queries of a knowledge base, a module for each kind of what is read; `reader.Store` joins them."""
