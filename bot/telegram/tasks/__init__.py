"""What runs beside the handlers: erasure, teaching heard, reminders."""
