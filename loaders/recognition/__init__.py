"""Pages that are pictures: scans and photographs, their text recognised in a confined process."""
