"""Stage 1: text to content with places.

`decoding` turns bytes into text, `tree` text into nodes, `shape` says what nodes must look like;
`campaign`, `outline`, `forms`, `units` read what the campaign's author wrote, `report`, `plan`,
`narrative` and `statistics` what a unit wrote.
"""
