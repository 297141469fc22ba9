"""Facts -> topics: which facts of several articles speak of the same thing, on what evidence (record linkage)."""
