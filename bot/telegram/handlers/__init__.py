"""Handlers for everybody: read the update, await the answer, send the reply."""
