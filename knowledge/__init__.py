"""The knowledge base: speeches become passages, questions, deadlines and targets, and answer questions."""
