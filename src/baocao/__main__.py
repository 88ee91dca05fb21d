"""`python -m baocao`, the same as the command `baocao`."""

from baocao.cli import main

main()
