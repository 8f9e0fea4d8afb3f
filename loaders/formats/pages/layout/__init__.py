"""Pieces of text with their places to running text: lines, columns, tables, paragraphs, without furniture."""
