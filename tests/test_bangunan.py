"""The code about itself: who may import what, and no cycles."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"
MODULES = {
    ".".join(("generator", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
#: A third-party library and the only modules that import it.
ONLY_IN = {
    "yaml": {"generator.read", "generator.engine", "generator.pages.muka"},
    "mkdocs": {"generator.engine"},
    "jinja2": {"generator.engine", "generator.pages.template", "generator.templat"},
    "markupsafe": {"generator.pages.template"},
    "typer": {"generator.cli"},
    "packaging": {"generator.pasokan.kunci"},
    "PIL": {"generator.materi.huruf_ukur"},
    "pypdf": {"generator.importers.pdf"},
    "xlsxwriter": {"generator.exports.xlsx"},
    "pptx": {m for m in MODULES if m.startswith("generator.materi.salindia")},
    "docx": {m for m in MODULES if m.startswith("generator.materi.surat")},
    "typst": {"generator.materi.pdf"},
    "pydantic": {
        *(module for module in MODULES if module.startswith("generator.model.")),
        "generator.validate",
        "generator.cite",
        "generator.exports.data",
        "generator.bagan.tata",
        "generator.exports.bagan",
        "generator.exports.padanan",
        "generator.exports.compare",
    },
}


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_where_it_belongs(library: str) -> None:
    users = {
        module
        for module, path in MODULES.items()
        if any(name.split(".")[0] == library for name in _imports(path))
    }
    assert users <= ONLY_IN[library]


def test_no_cycles() -> None:
    graph = {
        module: {name for name in _imports(path) if name in MODULES and name != module}
        for module, path in MODULES.items()
    }
    # A package's door imports its rooms; a room that imports the door is a cycle only if the
    # door is needed for it, which is what this finds.
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join([*way[way.index(module) :], module])
        if module in done:
            return
        for other in sorted(graph[module]):
            visit(other, (*way, module))
        done.add(module)

    for module in MODULES:
        visit(module, ())


def test_no_import_inside_a_function() -> None:
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                assert not inner, f"{module}.{node.name}"


def test_no_room_without_a_name() -> None:
    assert not [
        m for m in MODULES if m.rsplit(".", 1)[-1] in ("utils", "helpers", "common", "misc")
    ]


def test_no_regency_is_named_in_code(root: Path) -> None:
    slugs = [p.name for p in (root / "regencies").iterdir() if p.is_dir() and p.name[0] != "_"]
    assert slugs
    for module, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Compare | ast.MatchValue):
                words = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
                named = [w for w in words if isinstance(w, str) and w in slugs]
                assert not named, f"{module}:{node.lineno}"


def test_only_the_command_imports_the_importers() -> None:
    users = {
        module
        for module, path in MODULES.items()
        if not module.startswith("generator.importers")
        and any(name.startswith("generator.importers") for name in _imports(path))
    }
    assert users == {"generator.cli"}
