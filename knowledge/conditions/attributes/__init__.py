"""What a question asks of a thing: a kind of attribute, an act, a count, the measure of a noun, a thing by its name."""
