"""The bulletin: what is late, due and done, by body and topic, with the trend to last week."""
