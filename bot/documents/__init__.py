"""Documents added, changed and loaded by chat, with what that does to the stored questions."""
