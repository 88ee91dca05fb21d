"""The parts that documents are composed of, in the order of the page: letterhead to appendices.

Each takes the campaign and the unit's content and returns values of `model.document`.
"""
