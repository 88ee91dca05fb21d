"""Official reporting: from a unit's text editor to the signed Word document and the archived PDF.

The tour, in the order in which data flows:

- `workspace` finds the content and the templates;
- `load` turns text into content with places;
- `rules` says what can be wrong with it, one rule a module, and `check_content` applies them;
- `compose` turns content into a `model.document.Document`: numbered, dated, signed;
- `render` turns a `Document` into the bytes of a Word file or a PDF;
- `write` puts bytes into files, whole or not at all;
- `pipeline` checks a campaign or a unit and opens the printers, `batch` runs all stages for many
  units, and `cli` is how a person asks for it.
"""

__version__ = "0.1.0"
