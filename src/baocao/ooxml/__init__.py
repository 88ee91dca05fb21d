"""Office Open XML (ECMA-376), whatever the package is for: names, parts, units, styles, fields.

In: the bytes of a package that someone else made, or parts to be added to. Out: its members, read
without trusting them, what in it may do harm, and parts as bytes. It knows neither rules nor
templates: what it finds are values, and whoever asked words them.
"""
