"""Word documents (.docx, and those that WPS writes): ECMA-376-1:2016, part 17."""
