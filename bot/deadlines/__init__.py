"""Lists of deadlines: filtered, chosen from, as calendar and timeline."""
