"""Many units: from what is asked for to finished files, and what became of each unit.

In: a `plan.BuildRequest`. `run` compares each unit's `fingerprint` with the `manifest` beside its
outputs; a stale one becomes a `Task`, which a `worker` process of the `pool` builds (`build_unit`).
Out: files that `deliver` stages and publishes, an `Outcome` for each unit, the file of `results`.
`cluster` does the same on other machines; `lock` keeps two batches out of one folder.
"""
