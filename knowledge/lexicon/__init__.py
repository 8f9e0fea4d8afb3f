"""The thesaurus and the taxonomy of topics."""
