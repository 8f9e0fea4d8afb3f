"""A change is tried on the stored questions and confirmed before it is made."""
