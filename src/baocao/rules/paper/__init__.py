"""Rules of a document's head and foot: number, date, addressees, recipients, signer.

In: each paper that the unit wrote. Out: diagnostics.
"""
