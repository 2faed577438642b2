"""Import a raw regulation: a draft text, a draft ledger and a report for a person to finish.

In order: read the file (`baca`, `pdf`), set page furniture aside (`perabot`), put torn numbers
back (`tumpukan`), find the parts (`ruas`) and the Pasal (`pasal`), build the clauses (`naskah`,
`susun`, `tumpuk`), write the ledger (`neraca`), write the files (`tulis`). The pipeline that builds
the site never imports this package.
"""

from generator.importers.impor import import_file
from generator.importers.nilai import Draf, Ragu, Usulan
from generator.importers.tulis import tree_json, write_draft

__all__ = ["Draf", "Ragu", "Usulan", "import_file", "tree_json", "write_draft"]
