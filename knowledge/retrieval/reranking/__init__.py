"""The order of candidates where the score alone does not tell: newer plans, who is named, what a subject is."""
