"""Scores on gold questions, and weights fitted to them."""
