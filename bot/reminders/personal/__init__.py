"""Own reminders: what somebody asks to be reminded of, at which time, once or again and again."""
