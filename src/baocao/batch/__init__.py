"""Many units: what must be made, by whom, and what became of it.

The way of a unit: `judgement` compares its `fingerprint` with the `manifest` beside its outputs;
what is not up to date becomes a `task`; a `station` has it performed by a `worker` in a process of
its own, renewed, timed and replaced; `delivery` puts the bytes into files and never over what a
person changed; `outcome` says what happened. `pool` keeps several stations on this machine,
`cluster` on others; `run` leads a batch through all of it, and `result_file` writes it down.
"""
