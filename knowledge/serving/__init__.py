"""Answering in processes of their own, so that many who ask at once use all processors."""
