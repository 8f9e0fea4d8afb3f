"""Several statements of a due time or a figure, which differ in what they are said of: the best is chosen later."""
