"""Records: mappings whose keys a dataclass declares with `model.record.key`.

In: the tree of a YAML file. Out: the dataclass, bound, and a `Diagnostic` for each difference.
"""
