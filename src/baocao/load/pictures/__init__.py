"""The pictures that a unit attaches.

In: the path of a PNG, JPEG or SVG file, which anyone may have made. Out: an `Image` that is safe to
print, or the `Diagnostic` that says what is wrong with the file.
"""
