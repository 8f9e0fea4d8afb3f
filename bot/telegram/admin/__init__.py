"""Handlers for editors and administrators."""
