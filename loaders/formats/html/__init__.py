"""Web pages: saved as .html or .htm, or as one file (.mht)."""
