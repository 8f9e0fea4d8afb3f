"""Sheets: .xlsx, .xls and .et workbooks and .csv tables, a row of a table a passage under its header."""
