"""What editors made: lessons, dialogues under way, confirmations, appointments."""
