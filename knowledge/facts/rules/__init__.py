"""What rules lay down: cases, shares, requirements, sums."""
