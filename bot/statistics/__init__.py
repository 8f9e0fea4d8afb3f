"""Figures on the questions: page and chart."""
