"""The handlers of the chat: each reads the update, awaits the answer and sends the reply."""
