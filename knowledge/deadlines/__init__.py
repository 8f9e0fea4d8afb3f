"""Which times are due dates, of what task, by whom."""
