"""Documents made ready and put into the store, up to date by content hash."""
