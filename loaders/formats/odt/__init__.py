"""OpenDocument text (.odt): OASIS OpenDocument 1.3, part 3."""
