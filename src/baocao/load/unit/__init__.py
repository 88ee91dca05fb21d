"""The files of one unit: `bao-cao`, `so-lieu`, `ke-hoach`, `khen-thuong` and reports of merit.

In: the unit's folder, and the campaign that says what belongs in it. Out: `UnitContent`, without
what could not be read, and a `Diagnostic` for each fault.
"""
