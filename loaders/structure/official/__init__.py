"""Official documents (公文): which of the elements of GB/T 9704-2012 a line is."""
