"""Which candidates can answer at all, and their order where the score alone does not tell: newer plans, who is named, what a subject is."""
