"""What every interface shares: the context of a message, the response to it, its buttons."""
