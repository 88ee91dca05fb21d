"""Rules of the statistics: each cell, its row and column, and what the form says must agree.

In: the unit's figures and their forms. Out: diagnostics, each at the cell as typed.
"""
