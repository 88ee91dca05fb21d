"""Rules of the award dossier: proposals, conditions, thresholds, minutes, reports of merit.

In: the dossier and the award rules; a few also need the unit's figures. Out: diagnostics.
"""
