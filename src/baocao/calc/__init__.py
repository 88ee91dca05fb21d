"""Everything computed from content: formulas, totals, numbers of headings, awards one may claim.

Pure functions from `model` values to `model` values, exact (`int`, `Fraction`, `Decimal`); nothing
is rounded before `tabulation` does so once for print.
"""
