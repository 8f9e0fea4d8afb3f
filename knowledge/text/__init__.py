"""Words of a text: normalisation, numerals, segmentation, terms."""
