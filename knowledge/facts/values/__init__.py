"""Figures of a sentence: what an indicator is to reach or has reached, and how many of something there are."""
