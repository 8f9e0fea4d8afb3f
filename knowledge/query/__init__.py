"""What a question asks: concepts, the type of answer, slips of typing."""
