"""The folder of documents: what belongs to it, and changes of it, whole and taken back."""
