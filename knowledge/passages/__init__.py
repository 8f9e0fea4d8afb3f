"""What can be understood alone, its rhetorical role, its versions."""
