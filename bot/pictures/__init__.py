"""Pictures in the chat, where looking is easier than reading: SVG by our own drawing, PNG by resvg."""
