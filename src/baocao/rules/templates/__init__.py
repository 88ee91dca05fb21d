"""What can be wrong in a template that someone brings; one rule a module, as for content.

Places are given in words, since Word numbers neither paragraphs nor cells; the span's line is the
paragraph's number within its part, or the line of an HTML or CSS file.
"""
