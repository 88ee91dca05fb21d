"""One composer a module: `compose` turns a unit's valid content into the `Document` of one kind.

What two kinds share is in `parts`; a kind imports no other kind.
"""
