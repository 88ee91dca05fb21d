"""Rules of the forms that the campaign's author wrote.

In: the forms as typed, as `load.campaign` read them. Out: diagnostics; without any, `build_form`
can build the forms.
"""
