"""How alike two texts are in meaning, whatever their words: an optional extra, absent unless it is installed."""
