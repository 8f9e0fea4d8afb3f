"""Formats of printed pages (PDF, OFD): pieces of text with their places to running text."""
