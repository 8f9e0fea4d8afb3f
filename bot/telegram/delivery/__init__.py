"""An update from its arrival to its answer: written down, handled in order, answered at most once and not in silence."""
