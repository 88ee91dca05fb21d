"""How wide things print: widths of Times New Roman, line breaks, column widths, sheet orientation.

From texts and forms to millimetres and points, without a font file or a renderer.
"""
