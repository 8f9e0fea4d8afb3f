"""What stands in a file but belongs to none of its documents: adverts, page numbers, tables of contents."""
