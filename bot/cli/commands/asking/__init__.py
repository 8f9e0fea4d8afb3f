"""Asking and listing what the knowledge base holds."""
