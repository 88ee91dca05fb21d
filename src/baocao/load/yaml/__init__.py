"""YAML text.

In: the bytes of a file, in whatever encoding. Out: a tree of nodes whose every scalar is a `Text`
with its place in the file, and a `Diagnostic` for each fault of encoding or syntax.
"""
