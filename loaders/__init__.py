"""Loaders: a file becomes speeches, each an outline with offsets into the decoded text."""
