"""Charts: `build` makes values from the data, `draw` turns them into SVG.

In between, `lanes` or `tree` place the boxes on a `grid`; `lines` and `route` find ways for the
arrows, `track` and `doors` keep them apart, and `plan` holds the result. `dot` writes it for
Graphviz, with `attributes`, `label`, `text` and `style`; `svg` and `path` prepare what comes back.
"""
