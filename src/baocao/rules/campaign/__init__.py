"""Rules of what the campaign's author wrote: the outline, the forms, who signs and receives.

In: the campaign's levels, documents and forms. Out: diagnostics.
"""
