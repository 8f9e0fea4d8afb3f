"""What every format gives: paragraphs and rows of tables, numbered as printed."""
