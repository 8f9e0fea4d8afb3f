"""What people report of their tasks: read from a reply, asked of an editor, recorded."""
