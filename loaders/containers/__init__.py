"""Files that hold others: zips within limits, XML packages, archives of documents; what a file is by its first bytes."""
