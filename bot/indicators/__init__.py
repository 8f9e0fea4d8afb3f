"""Targets: lists, charts, comparisons."""
